package studio.selfsame.command.acceptance;

import java.util.Random;

/** Sounds that are made: mono, 48 kHz. */
final class Synthesis {
    private static final double[][] CHORDS = {
        {220, 261.63, 329.63}, {174.61, 220, 261.63}, {130.81, 164.81, 196}, {196, 246.94, 293.66}
    };
    private static final double[][] VOWELS = {{730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}
    };

    private Synthesis() {}

    /** Plucked chords, a bass and a drum, 120 beats a minute. */
    static float[] music(int seconds) {
        float[] samples = new float[seconds * Track.RATE_HZ];
        Random random = new Random(41);
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / Track.RATE_HZ;
            double[] chord = CHORDS[(int) (time / 2) % CHORDS.length];
            double beat = time % 0.5;
            double sum = 0.5 * Math.sin(2 * Math.PI * chord[0] / 2 * time) * Math.exp(-2 * beat);
            for (int tone = 0; tone < chord.length; tone++) {
                double since = (time + tone * 0.125) % 0.5;
                for (int harmonic = 1; harmonic <= 8; harmonic++) {
                    sum += 0.3
                            / harmonic
                            * Math.exp(-since * (3 + harmonic))
                            * Math.sin(2 * Math.PI * 2 * chord[tone] * harmonic * time);
                }
            }
            sum += 0.5 * random.nextGaussian() * Math.exp(-40 * ((time + 0.25) % 0.5));
            samples[i] = (float) (0.22 * sum);
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
                double feedback = 2 * radius * Math.cos(2 * Math.PI * vowel[formant] / Track.RATE_HZ);
                double next =
                        excitation * (1 - radius) + feedback * state[formant][0] - radius * radius * state[formant][1];
                state[formant][1] = state[formant][0];
                state[formant][0] = next;
                sum += next;
            }
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 2 * time)) * (time % 3 < 2.4 ? 1 : 0);
            samples[i] = (float) Math.clamp(0.9 * (0.05 + syllable) * sum, -1, 1);
        }
        return samples;
    }
}
