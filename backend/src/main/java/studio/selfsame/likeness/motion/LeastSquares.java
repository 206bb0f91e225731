package studio.selfsame.likeness.motion;

import java.util.List;

/** Ridge regression by the normal equations. */
final class LeastSquares {
    private LeastSquares() {}

    /** Weights {@code outputs × features} that best give {@code y} from {@code x}. */
    static double[][] ridge(List<double[]> x, List<float[]> y, double ridge) {
        int n = x.getFirst().length;
        int m = y.getFirst().length;
        double[][] a = new double[n][n + m];
        for (int r = 0; r < x.size(); r++) {
            double[] row = x.get(r);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += row[i] * row[j];
                }
                for (int k = 0; k < m; k++) {
                    a[i][n + k] += row[i] * y.get(r)[k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += ridge * x.size();
        }
        eliminate(a, n);
        double[][] weights = new double[m][n];
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < n; i++) {
                weights[k][i] = a[i][n + k] / a[i][i];
            }
        }
        return weights;
    }

    /** Gauss–Jordan; the ridge keeps every pivot away from 0. */
    private static void eliminate(double[][] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < n; r++) {
                if (r != i) {
                    double f = a[r][i] / a[i][i];
                    for (int c = i; c < a[r].length; c++) {
                        a[r][c] -= f * a[i][c];
                    }
                }
            }
        }
    }
}
