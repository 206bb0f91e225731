package studio.selfsame.command.acceptance;

import java.util.Random;

/** Sounds that are made: mono, 48 kHz. */
final class Synthesis {
    private static final double[][] CHORDS = {
        {220, 261.63, 329.63}, {174.61, 220, 261.63}, {130.81, 164.81, 196}, {196, 246.94, 293.66}
    };
    private static final double[][] VOWELS = {{730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}
    };

    private static final int HARMONICS = 24;

    private Synthesis() {}

    /** A pad of many harmonics that tremble, plucked notes, a bass, hats and a drum, 120 beats a minute. */
    static float[] music(int seconds) {
        float[] samples = new float[seconds * Track.RATE_HZ];
        Random random = new Random(41);
        double hiss = 0;
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / Track.RATE_HZ;
            double[] chord = CHORDS[(int) (time / 2) % CHORDS.length];
            double white = random.nextGaussian();
            hiss = white - 0.6 * hiss;
            double sum = 0.5 * Math.sin(2 * Math.PI * chord[0] / 2 * time) * Math.exp(-2 * (time % 0.5))
                    + 0.12 * hiss * Math.exp(-30 * (time % 0.125))
                    + 0.4 * white * Math.exp(-25 * ((time + 0.25) % 0.5));
            for (int tone = 0; tone < chord.length; tone++) {
                double pluck = Math.exp(-4 * ((time + tone * 0.125) % 0.5));
                double phase = 2 * Math.PI * chord[tone] * time + 0.8 * Math.sin(2 * Math.PI * 5 * time + tone);
                for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                    sum += (0.10 + 0.2 * pluck) / harmonic * Math.sin(harmonic * phase);
                }
            }
            samples[i] = (float) Math.clamp(0.3 * sum, -1, 1);
        }
        return samples;
    }

    /** Noise through three moving resonances, in syllables with pauses. */
    static float[] whisper(int seconds) {
        float[] samples = new float[seconds * Track.RATE_HZ];
        Random random = new Random(42);
        double[][] state = new double[3][2];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / Track.RATE_HZ;
            double[] vowel = VOWELS[(int) (time * 4) % VOWELS.length];
            double excitation = random.nextGaussian();
            double sum = 0;
            for (int formant = 0; formant < 3; formant++) {
                double radius = Math.exp(-Math.PI * 120 * (formant + 1) / Track.RATE_HZ);
                double angle = 2 * Math.PI * vowel[formant] / Track.RATE_HZ;
                double next = excitation * 2 * (1 - radius) * Math.sin(angle)
                        + 2 * radius * Math.cos(angle) * state[formant][0]
                        - radius * radius * state[formant][1];
                state[formant][1] = state[formant][0];
                state[formant][0] = next;
                sum += next;
            }
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 2 * time)) * (time % 3 < 2.4 ? 1 : 0);
            samples[i] = (float) Math.clamp((0.05 + syllable) * sum, -1, 1);
        }
        return samples;
    }
}
