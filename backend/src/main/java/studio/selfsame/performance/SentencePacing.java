package studio.selfsame.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.PhonemeTimeline.Word;
import studio.selfsame.speech.Utterance;

/**
 * Lets every sentence of a spoken script, with the pause behind it, take a whole number of output frames, so that sentences
 * begin on frames whatever is changed in the ones before.
 */
final class SentencePacing {
    private static final String PAUSE = "pau";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?\u2026]|\\n\\s*\\n");

    /** A shorter pause does not part sentences. */
    private static final long LEAST_PAUSE_US = 60_000;
    /** How much of the pause before a sentence belongs to it: its mouth opens a while before it sounds. */
    private static final long LEAD_US = 200_000;
    /** Frames begin between two samples; a piece never ends up shorter than it is by that. */
    private static final int SLACK_SAMPLES = 2;

    private final Utterance spoken;
    private final FrameRate frameRate;
    private final int sampleRateHz;
    private final List<Phone> phones = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Long> breaksUs = new ArrayList<>();
    private final List<float[]> pieces = new ArrayList<>();
    private long framesBefore;

    private SentencePacing(Utterance spoken, FrameRate frameRate) {
        this.spoken = spoken;
        this.frameRate = frameRate;
        this.sampleRateHz = spoken.audio().sampleRateHz();
    }

    /** @param spoken mono, of this script */
    static PacedUtterance pace(Utterance spoken, String script, FrameRate frameRate) {
        SentencePacing pacing = new SentencePacing(spoken, frameRate);
        int from = 0;
        for (long cutUs : cuts(spoken.timeline(), script)) {
            int to = pacing.sample(cutUs);
            pacing.add(from, to);
            from = to;
        }
        pacing.add(from, spoken.audio().frames());
        return pacing.joined();
    }

    /** Where sentences part: within the pauses behind words that end one. */
    private static List<Long> cuts(PhonemeTimeline timeline, String script) {
        List<Long> cuts = new ArrayList<>();
        List<Word> words = timeline.words();
        int end = 0;
        for (int i = 0; i + 1 < words.size(); i++) {
            int at = script.indexOf(words.get(i).text(), end);
            int behind = at < 0 ? end : at + words.get(i).text().length();
            int next = script.indexOf(words.get(i + 1).text(), behind);
            end = behind;
            if (at >= 0
                    && next >= 0
                    && SENTENCE_END.matcher(script.substring(behind, next)).find()) {
                long laterUs = words.get(i + 1).startUs();
                long earlierUs = words.get(i).endUs();
                timeline.phones().stream()
                        .filter(phone -> phone.symbol().equals(PAUSE)
                                && phone.endUs() > earlierUs
                                && phone.startUs() < laterUs
                                && phone.endUs() - phone.startUs() >= LEAST_PAUSE_US)
                        .reduce((first, last) -> last)
                        .ifPresent(pause ->
                                cuts.add(pause.endUs() - Math.min(LEAD_US, (pause.endUs() - pause.startUs()) / 2)));
            }
        }
        return cuts;
    }

    /** Adds samples {@code from} to before {@code to} of the original as a piece of whole frames. */
    private void add(int from, int to) {
        long startUs = frameRate.timeUs(framesBefore);
        long start = boundary(framesBefore);
        long frames = (long) Math.ceil((double) (to - from + SLACK_SAMPLES) / sampleRateHz * frameRate.perSecond());
        float[] piece = new float[Math.toIntExact(boundary(framesBefore + frames) - start)];
        System.arraycopy(spoken.audio().interleaved(), from, piece, 0, Math.min(to - from, piece.length));
        if (framesBefore > 0) {
            breaksUs.add(startUs);
        }
        for (Phone phone : spoken.timeline().phones()) {
            int first = Math.max(sample(phone.startUs()), from);
            int last = Math.min(sample(phone.endUs()), to);
            if (first < last) {
                phones.add(new Phone(phone.symbol(), startUs + timeUs(first - from), startUs + timeUs(last - from)));
            }
        }
        for (Word word : spoken.timeline().words()) {
            int first = sample(word.startUs());
            if (first >= from && first < to) {
                int last = Math.min(sample(word.endUs()), to);
                words.add(new Word(word.text(), startUs + timeUs(first - from), startUs + timeUs(last - from)));
            }
        }
        framesBefore += frames;
        fill(startUs, frameRate.timeUs(framesBefore));
        pieces.add(piece);
    }

    /** The silence up to the piece's end belongs to its last pause. */
    private void fill(long startUs, long endUs) {
        boolean ends = !phones.isEmpty() && phones.getLast().symbol().equals(PAUSE);
        long fromUs = phones.isEmpty() ? startUs : phones.getLast().endUs();
        if (ends) {
            fromUs = phones.removeLast().startUs();
        }
        phones.add(new Phone(PAUSE, fromUs, endUs));
    }

    private PacedUtterance joined() {
        float[] samples =
                new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, samples, at, piece.length);
            at += piece.length;
        }
        AudioSamples audio = new AudioSamples(sampleRateHz, 1, samples);
        Phone last = phones.removeLast();
        phones.add(new Phone(last.symbol(), last.startUs(), audio.durationUs()));
        return new PacedUtterance(
                new Utterance(audio, new PhonemeTimeline(List.copyOf(phones), List.copyOf(words))), breaksUs);
    }

    private long boundary(long frame) {
        return Math.round(frameRate.timeUs(frame) * (double) sampleRateHz / 1e6);
    }

    /** Times were cut to whole microseconds when they were made from samples. */
    private int sample(long timeUs) {
        return (int) Math.min(spoken.audio().frames(), Math.ceilDiv(timeUs * sampleRateHz, 1_000_000L));
    }

    private long timeUs(int samples) {
        return samples * 1_000_000L / sampleRateHz;
    }
}
