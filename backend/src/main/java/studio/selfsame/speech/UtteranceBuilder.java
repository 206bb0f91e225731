package studio.selfsame.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.media.AudioSamples;

/** Joins spoken sentences and pauses into one utterance on one clock. Times are kept in samples, so nothing drifts. */
final class UtteranceBuilder {
    private final int sampleRateHz;
    private final List<TimedPhone> phones = new ArrayList<>();
    private final List<TimedWord> words = new ArrayList<>();
    private float[] samples = new float[0];
    private int length;

    UtteranceBuilder(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    private record TimedPhone(String symbol, int end) {}

    private record TimedWord(String text, int start, int end) {}

    void silence(int milliseconds) {
        int from = length;
        length += milliseconds * (sampleRateHz / 1000);
        grow();
        Arrays.fill(samples, from, length, 0);
        phone("pau", length);
    }

    /** Adds a spoken sentence whose times count from its own start. */
    void add(SpokenSentence sentence) {
        int from = length;
        length += sentence.samples().length;
        grow();
        System.arraycopy(sentence.samples(), 0, samples, from, sentence.samples().length);
        for (SpokenSentence.Sound sound : sentence.sounds()) {
            phone(sound.symbol(), Math.min(length, from + sound.endSample()));
        }
        if (phones.getLast().end() < length) {
            phone("pau", length);
        }
        for (SpokenSentence.Span word : sentence.words()) {
            words.add(new TimedWord(word.text(), from + word.startSample(), from + word.endSample()));
        }
    }

    Utterance build() {
        float[] audio = Arrays.copyOf(samples, length);
        Loudness.level(audio, sampleRateHz);
        List<Phone> timed = new ArrayList<>(phones.size());
        int start = 0;
        for (TimedPhone phone : phones) {
            timed.add(new Phone(phone.symbol(), timeUs(start), timeUs(phone.end())));
            start = phone.end();
        }
        List<PhonemeTimeline.Word> spoken = words.stream()
                .map(word -> new PhonemeTimeline.Word(word.text(), timeUs(word.start()), timeUs(word.end())))
                .toList();
        return new Utterance(new AudioSamples(sampleRateHz, 1, audio), new PhonemeTimeline(List.copyOf(timed), spoken));
    }

    private void phone(String symbol, int end) {
        boolean joins = symbol.equals("pau")
                && !phones.isEmpty()
                && phones.getLast().symbol().equals("pau");
        if (joins) {
            phones.removeLast();
        }
        phones.add(new TimedPhone(symbol, end));
    }

    private void grow() {
        if (length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(length, samples.length * 2));
        }
    }

    private long timeUs(int sample) {
        return sample * 1_000_000L / sampleRateHz;
    }
}
