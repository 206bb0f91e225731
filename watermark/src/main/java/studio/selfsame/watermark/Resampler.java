package studio.selfsame.watermark;

/**
 * Changes the sampling rate of a stream without shifting it: output sample n is the input at time n / outHz, through a
 * Kaiser-windowed sinc (J. O. Smith, "Digital Audio Resampling", CCRMA, Stanford).
 */
final class Resampler {
    private static final int ZERO_CROSSINGS = 16;
    private static final double ROLL_OFF = 0.92;
    private static final double KAISER_BETA = 8;

    private final int up;
    private final int down;
    private final double cutoff;
    private final int reach;
    private final float[][] phases;
    private final SampleQueue input = new SampleQueue();
    private long produced;

    Resampler(int inHz, int outHz) {
        int common = gcd(inHz, outHz);
        this.up = outHz / common;
        this.down = inHz / common;
        this.cutoff = ROLL_OFF * Math.min(1, (double) outHz / inHz);
        this.reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        this.phases = new float[up][];
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    void add(float sample) {
        input.add(sample);
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
        while (produced * down < endOfInput * up) {
            long centre = produced * down / up;
            float[] filter = phase((int) (produced * down % up));
            output.add(input.dot(filter, centre - reach + 1));
            produced++;
        }
        input.dropBefore(produced * down / up - reach);
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
