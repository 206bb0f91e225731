package studio.selfsame.watermark;

import java.util.Random;

/** Something like music: a chord every half second, dying away, over drums. */
final class TestMusic {
    private static final double[] ROOTS_HZ = {220, 261.6, 196, 246.9};
    private static final double[] INTERVALS = {1, 1.26, 1.498, 2};

    private TestMusic() {}

    /** Mono, about −20 dB. */
    static float[] play(double seconds, int rateHz, int seed) {
        Random random = new Random(seed);
        float[] sound = new float[(int) (seconds * rateHz)];
        int beat = rateHz / 2;
        for (int at = 0; at < sound.length; at += beat) {
            double root = ROOTS_HZ[random.nextInt(ROOTS_HZ.length)];
            for (double interval : INTERVALS) {
                chime(sound, at, root * interval, rateHz);
            }
            for (int i = 0; i < beat && at + i < sound.length; i++) {
                sound[at + i] += (float) (0.05 * Math.exp(-40.0 * i / rateHz) * random.nextGaussian());
            }
        }
        return sound;
    }

    private static void chime(float[] sound, int at, double hertz, int rateHz) {
        for (int harmonic = 1; harmonic <= 12 && harmonic * hertz < rateHz / 2.2; harmonic++) {
            double step = 2 * Math.PI * harmonic * hertz / rateHz;
            for (int i = 0; i < rateHz && at + i < sound.length; i++) {
                double t = (double) i / rateHz;
                double height = 0.03 / harmonic * Math.min(1, t / 0.01) * Math.exp(-(2 + 0.5 * harmonic) * t);
                sound[at + i] += (float) (height * Math.sin(step * i));
            }
        }
    }
}
