package studio.selfsame.speech;

/**
 * The discrete Fourier transform of a power of two.
 *
 * <p>Source: J. W. Cooley and J. W. Tukey, An algorithm for the machine calculation of complex Fourier series, 1965.
 */
final class Fourier {
    private Fourier() {}

    /** In place; both of the same power of two. */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = -Math.sin(Math.PI * k / half);
                for (int i = k; i < n; i += 2 * half) {
                    double r = re[i + half] * cos - im[i + half] * sin;
                    double m = re[i + half] * sin + im[i + half] * cos;
                    re[i + half] = re[i] - r;
                    im[i + half] = im[i] - m;
                    re[i] += r;
                    im[i] += m;
                }
            }
        }
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}
