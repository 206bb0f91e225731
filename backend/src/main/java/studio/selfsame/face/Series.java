package studio.selfsame.face;

import java.util.Arrays;

/** Series of figures along a track. */
final class Series {
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
