package studio.selfsame.speech;

import studio.selfsame.media.AudioSamples;
import studio.selfsame.problem.ProblemException;

/** Sound as every listener here takes it: 16 kHz, mono, long enough to hold a word, and not silent. */
final class SpeechSound {
    private static final int LEAST_MS = 300;
    /** About −66 dB of full scale: below this there is only the noise of a microphone. */
    private static final double LEAST_PEAK = 5e-4;

    private SpeechSound() {}

    /** The samples as they are; throws {@link ProblemException} where there is nothing in them to hear. */
    static float[] mono(AudioSamples sound) {
        if (sound.sampleRateHz() != PhoneRecognizer.SAMPLE_RATE_HZ || sound.channels() != 1) {
            throw new IllegalArgumentException("not 16 kHz mono: " + sound);
        }
        float[] mono = sound.interleaved();
        if (sound.durationUs() < LEAST_MS * 1000L) {
            throw refused("The sound is only %d ms long.".formatted(sound.durationUs() / 1000));
        }
        float peak = 0;
        for (float sample : mono) {
            if (!Float.isFinite(sample)) {
                throw refused("The sound is damaged: it holds values that are no numbers.");
            }
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak < LEAST_PEAK) {
            throw refused("The sound is silent.");
        }
        return mono;
    }

    static ProblemException refused(String cause) {
        return ProblemException.unusable(
                "speech",
                cause,
                "No speech was heard in it, so no mouth was moved by it.",
                "Give a recording in which somebody speaks, and check that the microphone was on.");
    }
}
