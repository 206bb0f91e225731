package studio.selfsame.face;

import java.util.Arrays;

/** Series of figures along a track. */
final class Series {
    /** Share of a series that is taken for still: even speech pauses now and then. */
    static final double STILL = 0.1;

    private Series() {}

    /** @param share 0 the least .. 1 the greatest; values between two are not made up */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** The quantile of each value's surroundings, {@code half} to either side. */
    static double[] slidingQuantile(double[] values, int half, double share) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - half);
            out[i] = quantile(Arrays.copyOfRange(values, from, Math.min(values.length, i + half + 1)), share);
        }
        return out;
    }

    /** Puts a straight line over every stretch that is not {@code good}; all 0 where nothing is. */
    static double[] bridged(double[] values, boolean[] good) {
        double[] out = values.clone();
        int last = -1;
        for (int i = 0; i <= out.length; i++) {
            if (i < out.length && !good[i]) {
                continue;
            }
            for (int k = last + 1; k < i; k++) {
                double before = last < 0 ? (i == out.length ? 0 : values[i]) : values[last];
                double after = i == out.length ? before : values[i];
                out[k] = before + (after - before) * (k - last) / (i - last);
            }
            last = i;
        }
        return out;
    }
}
