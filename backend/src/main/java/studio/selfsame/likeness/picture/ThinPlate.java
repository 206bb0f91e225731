package studio.selfsame.likeness.picture;

import java.util.Arrays;

/**
 * A smooth field of values through scattered points of the plane: the thin-plate spline, slightly loosened so that points
 * which contradict one another do not fold it.
 *
 * <p>Source: F. L. Bookstein, Principal warps: thin-plate splines and the decomposition of deformations, IEEE Trans. PAMI
 * 11(6), 1989; the loosening is Wahba's smoothing term on the diagonal.
 */
final class ThinPlate {
    private final double[] px;
    private final double[] py;
    /** {@code (places + 3) × values} */
    private final double[][] weights;

    /**
     * @param px,py places
     * @param values several values at each place, {@code values × places}
     * @param looseness 0 passes exactly through all; unit: squared lengths
     */
    ThinPlate(double[] px, double[] py, double[][] values, double looseness) {
        this.px = px;
        this.py = py;
        int n = px.length;
        int m = n + 3;
        double[][] a = new double[m][m + values.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = bend(px[i] - px[j], py[i] - py[j]);
                a[j][i] = a[i][j];
            }
            a[i][i] = looseness;
            double[] plane = {1, px[i], py[i]};
            for (int k = 0; k < 3; k++) {
                a[i][n + k] = plane[k];
                a[n + k][i] = plane[k];
            }
            for (int v = 0; v < values.length; v++) {
                a[i][m + v] = values[v][i];
            }
        }
        solve(a, m);
        weights = new double[m][];
        for (int i = 0; i < m; i++) {
            weights[i] = Arrays.copyOfRange(a[i], m, m + values.length);
        }
    }

    /** All values at a point, into {@code out}, or the first of them where it is shorter. */
    void at(double x, double y, double[] out) {
        int n = px.length;
        for (int v = 0; v < out.length; v++) {
            out[v] = weights[n][v] + weights[n + 1][v] * x + weights[n + 2][v] * y;
        }
        for (int i = 0; i < n; i++) {
            double b = bend(x - px[i], y - py[i]);
            double[] weight = weights[i];
            for (int v = 0; v < out.length; v++) {
                out[v] += weight[v] * b;
            }
        }
    }

    /** r² log r² / 2. */
    private static double bend(double dx, double dy) {
        double r = dx * dx + dy * dy;
        return r < 1e-12 ? 0 : 0.5 * r * Math.log(r);
    }

    /** Gauss–Jordan with row exchange; the solution replaces the right-hand columns. */
    private static void solve(double[][] a, int m) {
        for (int i = 0; i < m; i++) {
            int pivot = i;
            for (int r = i + 1; r < m; r++) {
                pivot = Math.abs(a[r][i]) > Math.abs(a[pivot][i]) ? r : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[i];
            a[i] = row;
            double d = Math.abs(row[i]) < 1e-14 ? 1e-14 : row[i];
            for (int c = i; c < row.length; c++) {
                row[c] /= d;
            }
            for (int r = 0; r < m; r++) {
                double f = a[r][i];
                if (r != i && f != 0) {
                    for (int c = i; c < row.length; c++) {
                        a[r][c] -= f * row[c];
                    }
                }
            }
        }
    }
}
