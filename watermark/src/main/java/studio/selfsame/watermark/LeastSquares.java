package studio.selfsame.watermark;

/** Normal equations, solved by Cholesky's method. */
final class LeastSquares {
    private LeastSquares() {}

    /**
     * The x with (A + ridge · I) x = b.
     *
     * @param a the lower half of A, symmetric and positive semi-definite; overwritten
     * @param ridge positive, so that degenerate equations stay solvable
     */
    static double[] solve(double[][] a, double[] b, double ridge) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            a[i][i] += ridge;
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-6 * ridge)) : sum / a[j][j];
            }
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
