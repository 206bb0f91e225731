package studio.selfsame.face;

import java.util.Arrays;

/** Series of figures along a track. */
final class Series {
    /** Share of a series that is taken for still: even speech pauses now and then. */
    static final double STILL = 0.1;

    /** Times the unrest of what is still, up to which it is noise. */
    private static final double ALIKE = 3;

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

    /**
     * A sliding parabola (Savitzky and Golay 1964, order 2): peaks keep their height, nothing lags. Beyond the ends the
     * series goes on mirrored through its end values.
     *
     * @param half window is {@code 2·half+1}; below 2 nothing is smoothed
     */
    static double[] parabola(double[] values, int half) {
        int n = values.length;
        int h = Math.min(half, n - 1);
        if (h < 2) {
            return values.clone();
        }
        double norm = (2 * h - 1.0) * (2 * h + 1.0) * (2 * h + 3.0);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = -h; k <= h; k++) {
                double weight = 3 * (3.0 * h * h + 3.0 * h - 1 - 5.0 * k * k) / norm;
                out[i] += weight * mirrored(values, i + k);
            }
        }
        return out;
    }

    /**
     * The sliding parabola where the series is as quiet as at its quietest, and less and less of it the more goes on:
     * what trembles is calmed, what moves stays as it was seen.
     */
    static double[] calm(double[] values, int half) {
        double[] out = parabola(values, half);
        if (values.length < 3) {
            return out;
        }
        double[] unrest = unrest(values, half);
        double quiet = ALIKE * quantile(unrest, STILL);
        for (int i = 0; i < out.length; i++) {
            double share = unrest[i] > quiet ? (quiet / unrest[i]) * (quiet / unrest[i]) : 1;
            out[i] = values[i] + share * (out[i] - values[i]);
        }
        return out;
    }

    /** Mean square of the second differences around each value. */
    private static double[] unrest(double[] values, int half) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            int from = Math.clamp(i - half, 1, values.length - 2);
            int to = Math.clamp(i + half, 1, values.length - 2);
            for (int k = from; k <= to; k++) {
                double bend = values[k - 1] - 2 * values[k] + values[k + 1];
                out[i] += bend * bend / (to - from + 1);
            }
        }
        return out;
    }

    private static double mirrored(double[] values, int i) {
        int last = values.length - 1;
        return i < 0 ? 2 * values[0] - values[-i] : i > last ? 2 * values[last] - values[2 * last - i] : values[i];
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
