package studio.selfsame.likeness.picture;

/** Smooths series without delay. */
final class Smoothing {
    private Smoothing() {}

    /**
     * Savitzky–Golay of second order: a sliding parabola, so peaks keep their height and there is no lag. At the ends
     * the series is reflected through its end value, so a straight line stays straight.
     *
     * <p>Source: Savitzky and Golay, Analytical Chemistry 36(8), 1964; closed weights for order 2.
     *
     * @param half window is {@code 2·half+1}; 0 returns a copy
     */
    static double[] parabola(double[] series, int half) {
        int n = series.length;
        int h = Math.min(half, n - 1);
        if (h < 2) {
            return series.clone();
        }
        double[] weight = new double[2 * h + 1];
        double norm = (2 * h - 1.0) * (2 * h + 1.0) * (2 * h + 3.0);
        for (int k = -h; k <= h; k++) {
            weight[k + h] = 3 * (3.0 * h * h + 3.0 * h - 1 - 5.0 * k * k) / norm;
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = -h; k <= h; k++) {
                sum += weight[k + h] * at(series, i + k);
            }
            out[i] = sum;
        }
        return out;
    }

    private static double at(double[] s, int i) {
        if (i < 0) {
            return 2 * s[0] - s[-i];
        }
        if (i >= s.length) {
            return 2 * s[s.length - 1] - s[2 * s.length - 2 - i];
        }
        return s[i];
    }
}
