package studio.selfsame.command.acceptance;

/** How far marked sound is from what it was, and how much of that can be heard. */
final class SoundQuality {
    private static final int FRAME = 1024;
    private static final int BANDS = 24;
    /** How far under a band's own energy a noise in it is masked: between tone and noise as maskers. */
    private static final double MASKED_DB = 14;
    /** What a neighbouring band, one bark away, masks less. */
    private static final double SPREAD_DB = 10;
    /** About the threshold in quiet, for full scale played at 90 dB: nothing below is heard. */
    private static final double QUIET = 1e-7;

    private SoundQuality() {}

    static double snrDb(float[] before, float[] after) {
        float[] mark = new float[before.length];
        for (int i = 0; i < mark.length; i++) {
            mark[i] = after[i] - before[i];
        }
        return 20 * Math.log10(Samples.rms(before) / Math.max(1e-9, Samples.rms(mark)));
    }

    /**
     * Noise to mask ratio: energy of the mark over what the sound itself hides, in {@value #BANDS} bark bands of 21 ms, mean in
     * decibels. Under 0 the mark is on the whole not heard. After Brandenburg 1987, much simplified.
     *
     * @param before at {@value Track#RATE_HZ} Hz
     */
    static double noiseToMaskDb(float[] before, float[] after) {
        double sum = 0;
        int counted = 0;
        for (int from = 0; from + FRAME <= before.length; from += FRAME / 2) {
            double[] sound = new double[BANDS];
            double[] noise = new double[BANDS];
            bands(before, before, from, 0, sound);
            bands(after, before, from, 1, noise);
            for (int band = 0; band < BANDS; band++) {
                double masker = sound[band];
                for (int other = 0; other < BANDS; other++) {
                    masker = Math.max(masker, sound[other] * decibels(-SPREAD_DB * Math.abs(other - band)));
                }
                if (noise[band] > QUIET) {
                    sum += 10 * Math.log10(noise[band] / Math.max(QUIET, masker * decibels(-MASKED_DB)));
                    counted++;
                }
            }
        }
        return sum / Math.max(1, counted);
    }

    private static double decibels(double db) {
        return Math.pow(10, db / 10);
    }

    /** Energies of {@code a − weight · b} by band. */
    private static void bands(float[] a, float[] b, int from, double weight, double[] energies) {
        double[] real = new double[FRAME];
        double[] imaginary = new double[FRAME];
        for (int i = 0; i < FRAME; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / FRAME);
            real[i] = window * (a[from + i] - weight * b[from + i]);
        }
        transform(real, imaginary);
        for (int bin = 1; bin < FRAME / 2; bin++) {
            double hz = (double) bin * Track.RATE_HZ / FRAME;
            // Traunmüller 1990
            int band = (int) Math.clamp(26.81 * hz / (1960 + hz) - 0.53, 0, BANDS - 1);
            energies[band] += (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]) / FRAME;
        }
    }

    /** In place, decimation in time. */
    private static void transform(double[] real, double[] imaginary) {
        for (int i = 1, j = 0; i < FRAME; i++) {
            int bit = FRAME >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = real[i];
                real[i] = real[j];
                real[j] = swap;
                swap = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = swap;
            }
        }
        for (int half = 1; half < FRAME; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = -Math.sin(Math.PI * k / half);
                for (int even = k; even < FRAME; even += 2 * half) {
                    int odd = even + half;
                    double re = cos * real[odd] - sin * imaginary[odd];
                    double im = cos * imaginary[odd] + sin * real[odd];
                    real[odd] = real[even] - re;
                    imaginary[odd] = imaginary[even] - im;
                    real[even] += re;
                    imaginary[even] += im;
                }
            }
        }
    }
}
