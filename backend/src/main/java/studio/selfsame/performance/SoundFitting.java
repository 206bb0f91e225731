package studio.selfsame.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.Utterance;

/** Lays sound over a video. */
final class SoundFitting {
    /** Sound that an encoder made longer is cut to the video; anything longer than this is more than that. */
    private static final long TOLERANCE_US = 100_000;

    /** Of a video's own sound: cameras end it a little before or behind the last picture. */
    private static final long OWN_TOLERANCE_US = 1_000_000;

    private SoundFitting() {}

    /** What is against following a video whose own sound lasts so long: what is heard without a picture cannot be followed. */
    static List<Reason> againstOwn(long soundUs, long videoUs) {
        return soundUs <= videoUs + OWN_TOLERANCE_US
                ? List.of()
                : List.of(Reason.about(
                        soundUs / 1e6,
                        "sound-longer-than-video",
                        String.format(
                                Locale.ROOT,
                                "The sound lasts %.1f s, the picture only %.1f s.",
                                soundUs / 1e6,
                                videoUs / 1e6),
                        "Cut the sound to the length of the picture, or film again."));
    }

    /** Everything against laying so much sound over so long a video. */
    static List<Reason> against(long soundUs, long videoUs) {
        List<Reason> reasons = new ArrayList<>();
        if (soundUs > videoUs + TOLERANCE_US) {
            reasons.add(Reason.about(
                    soundUs / 1e6,
                    "sound-longer-than-video",
                    String.format(
                            Locale.ROOT,
                            "The new words last %.1f s, the video only %.1f s.",
                            soundUs / 1e6,
                            videoUs / 1e6),
                    "Shorten the words, or choose a longer video."));
        }
        if (soundUs < RecordedSounds.LEAST_SECONDS * 1e6) {
            reasons.add(RecordedSounds.tooShort(soundUs / 1e6));
        }
        return reasons;
    }

    /** Cut, and where it is to play on filled with silence, to the length of the video. */
    static PacedUtterance fit(PacedUtterance words, long videoUs, Rest rest) {
        long soundUs = words.utterance().audio().durationUs();
        if (soundUs > videoUs || rest == Rest.PLAY_ON) {
            Utterance utterance = words.utterance();
            return new PacedUtterance(
                    new Utterance(
                            toLength(utterance.audio(), videoUs), timeline(utterance.timeline(), soundUs, videoUs)),
                    words.breaksUs().stream().filter(time -> time < videoUs).toList());
        }
        return words;
    }

    /** Cut, or filled with silence. */
    static AudioSamples toLength(AudioSamples sound, long durationUs) {
        int frames = Math.toIntExact(Math.ceilDiv(durationUs * sound.sampleRateHz(), 1_000_000L));
        return new AudioSamples(
                sound.sampleRateHz(), sound.channels(), Arrays.copyOf(sound.interleaved(), frames * sound.channels()));
    }

    private static PhonemeTimeline timeline(PhonemeTimeline spoken, long soundUs, long durationUs) {
        List<Phone> phones = new ArrayList<>();
        for (Phone phone : spoken.phones()) {
            if (phone.startUs() < durationUs) {
                phones.add(new Phone(phone.symbol(), phone.startUs(), Math.min(phone.endUs(), durationUs)));
            }
        }
        if (soundUs < durationUs) {
            long fromUs = phones.isEmpty() ? 0 : phones.getLast().endUs();
            phones.add(new Phone("pau", fromUs, durationUs));
        }
        List<PhonemeTimeline.Word> words = spoken.words().stream()
                .filter(word -> word.startUs() < durationUs)
                .map(word -> new PhonemeTimeline.Word(word.text(), word.startUs(), Math.min(word.endUs(), durationUs)))
                .toList();
        return new PhonemeTimeline(List.copyOf(phones), words);
    }
}
