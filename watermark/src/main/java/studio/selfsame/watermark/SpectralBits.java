package studio.selfsame.watermark;

/**
 * One 32-bit word per step of sound: whether the step in energy from each of 33 bands to the next one grows or shrinks in
 * time (J. Haitsma and T. Kalker, "A highly robust audio fingerprinting system", ISMIR 2002). Speed of speech, here: 8 kHz,
 * windows of 256 ms every 32 ms, bands from 250 to 3,400 Hz.
 */
final class SpectralBits {
    static final int RATE_HZ = 8_000;
    static final int HOP = 256;
    static final int BITS = 32;
    private static final int WINDOW = 2_048;
    private static final double LOWEST_HZ = 250;
    private static final double HIGHEST_HZ = 3_400;

    private final Fft fft = new Fft(WINDOW);
    private final float[] window = new float[WINDOW];
    private final int[] edges = new int[BITS + 2];
    private final float[] re = new float[WINDOW];
    private final float[] im = new float[WINDOW];
    private final double[] steps = new double[BITS];
    private double loudness;
    private int word;

    SpectralBits() {
        for (int i = 0; i < WINDOW; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW));
        }
        for (int i = 0; i < edges.length; i++) {
            double hz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, i / (edges.length - 1.0));
            edges[i] = (int) Math.round(hz * WINDOW / RATE_HZ);
        }
    }

    /** Whether there is a whole window of samples from {@code start} on. */
    static boolean complete(SampleQueue samples, long start) {
        return start + WINDOW <= samples.end();
    }

    /** Looks at the window that begins at {@code start}. */
    void look(SampleQueue samples, long start) {
        for (int i = 0; i < WINDOW; i++) {
            re[i] = window[i] * samples.at(start + i);
            im[i] = 0;
        }
        fft.forward(re, im);
        loudness = 0;
        word = 0;
        double before = 0;
        for (int band = 0; band <= BITS; band++) {
            double energy = 0;
            for (int bin = edges[band]; bin < edges[band + 1]; bin++) {
                energy += re[bin] * re[bin] + im[bin] * im[bin];
            }
            loudness += energy;
            if (band > 0) {
                double step = before - energy;
                word = word << 1 | (step > steps[band - 1] ? 1 : 0);
                steps[band - 1] = step;
            }
            before = energy;
        }
    }

    /** The word of the window looked at last; it speaks of the change since the one before. */
    int word() {
        return word;
    }

    /** Energy in all bands of the window looked at last. */
    double loudness() {
        return loudness;
    }
}
