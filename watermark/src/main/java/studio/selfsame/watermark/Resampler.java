package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * Changes the sampling rate of a stream without shifting it: output sample n is the input at time n / outHz, through a
 * Kaiser-windowed sinc (J. O. Smith, "Digital Audio Resampling", CCRMA, Stanford).
 */
final class Resampler {
    private static final int ZERO_CROSSINGS = 16;
    private static final double ROLL_OFF = 0.92;
    private static final double KAISER_BETA = 8;
    /** Samples of one phase that are produced at once. */
    private static final int BLOCK = 512;
    /** Filter taps applied at once. */
    private static final int TAPS = 8;
    /** Most input samples between those that one phase starts from for which producing by phases pays. */
    private static final int MOST_STEP = 6;

    private final int up;
    private final int down;
    private final double cutoff;
    private final int reach;
    private final float[][] phases;
    private final float[] block;
    private final float[] sums = new float[BLOCK];
    private final float[] window;
    private final SampleQueue input = new SampleQueue();
    private long produced;

    Resampler(int inHz, int outHz) {
        int common = gcd(inHz, outHz);
        this.up = outHz / common;
        this.down = inHz / common;
        this.cutoff = ROLL_OFF * Math.min(1, (double) outHz / inHz);
        this.reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        this.phases = new float[up][];
        this.block = new float[down > MOST_STEP ? BLOCK : BLOCK * up];
        this.window = new float[BLOCK + 2 * reach + 2 * TAPS];
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    void add(float sample) {
        input.add(sample);
    }

    /** Takes every {@code step}th sample of an array, beginning with {@code from}. */
    void add(float[] samples, int from, int step) {
        input.add(samples, from, step);
    }

    void addFirst(float[] samples, int count) {
        input.addFirst(samples, count);
    }

    /** Moves to {@code output} everything that the input so far decides. */
    void drainTo(SampleQueue output) {
        produce(output, input.end() - reach);
    }

    /** Moves the rest, as if silence followed: ⌈input · outHz / inHz⌉ samples altogether. */
    void finishTo(SampleQueue output) {
        produce(output, input.end());
    }

    private void produce(SampleQueue output, long endOfInput) {
        long end = Math.ceilDiv(endOfInput * up, down);
        while (produced < end) {
            int count = (int) Math.min(end - produced, block.length);
            if (down > MOST_STEP) {
                oneByOne(count);
            } else {
                byPhases(count);
            }
            output.addFirst(block, count);
            produced += count;
        }
        input.dropBefore(produced * down / up - reach);
    }

    private void oneByOne(int count) {
        for (int i = 0; i < count; i++) {
            long place = (produced + i) * down;
            block[i] = input.dot(phase((int) (place % up)), place / up - reach + 1);
        }
    }

    /** The samples that one filter makes lie evenly in the input: arrays are multiplied rather than samples. */
    private void byPhases(int count) {
        for (int first = 0; first < Math.min(up, count); first++) {
            int samples = Math.ceilDiv(count - first, up);
            long place = (produced + first) * down;
            float[] filter = phase((int) (place % up));
            Arrays.fill(sums, 0, samples, 0);
            for (int offset = 0; offset < down; offset++) {
                int needed = samples + Math.ceilDiv(filter.length, down) + TAPS;
                input.copy(place / up - reach + 1 + offset, down, window, needed);
                for (int tap = offset; tap < filter.length; tap += TAPS * down) {
                    multiplyAdd(filter, tap, samples);
                    System.arraycopy(window, TAPS, window, 0, needed - TAPS);
                }
            }
            for (int i = 0; i < samples; i++) {
                block[first + i * up] = sums[i];
            }
        }
    }

    /** Adds what {@link #TAPS} taps, {@code down} apart, make of the window; indices a compiler can turn into vectors. */
    private void multiplyAdd(float[] filter, int tap, int samples) {
        float first = tapAt(filter, tap);
        float second = tapAt(filter, tap + down);
        float third = tapAt(filter, tap + 2 * down);
        float fourth = tapAt(filter, tap + 3 * down);
        float fifth = tapAt(filter, tap + 4 * down);
        float sixth = tapAt(filter, tap + 5 * down);
        float seventh = tapAt(filter, tap + 6 * down);
        float eighth = tapAt(filter, tap + 7 * down);
        float[] in = window;
        float[] out = sums;
        for (int i = 0; i < samples; i++) {
            out[i] += first * in[i]
                    + second * in[i + 1]
                    + third * in[i + 2]
                    + fourth * in[i + 3]
                    + fifth * in[i + 4]
                    + sixth * in[i + 5]
                    + seventh * in[i + 6]
                    + eighth * in[i + 7];
        }
    }

    private static float tapAt(float[] filter, int tap) {
        return tap < filter.length ? filter[tap] : 0;
    }

    private float[] phase(int index) {
        float[] filter = phases[index];
        if (filter != null) {
            return filter;
        }
        filter = new float[2 * reach];
        double fraction = (double) index / up;
        double total = 0;
        for (int i = 0; i < filter.length; i++) {
            double distance = i - reach + 1 - fraction;
            filter[i] = (float) (sinc(cutoff * distance) * kaiser(distance / reach));
            total += filter[i];
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] /= (float) total;
        }
        phases[index] = filter;
        return filter;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** Modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
