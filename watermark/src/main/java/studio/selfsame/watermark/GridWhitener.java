package studio.selfsame.watermark;

import java.util.Arrays;
import java.util.List;

/**
 * Applies the inverse of a grid's own noise covariance, estimated from the grid itself.
 *
 * <p>The optimum detector of a known weak pattern s in Gaussian noise of covariance C is sᵀC⁻¹y. For a stationary field
 * C⁻¹y is the error of the best <em>two-sided</em> linear prediction of each cell from its neighbours, divided by that
 * error's variance (J. Besag, "Spatial interaction", J. R. Stat. Soc. B 36, 1974). The weak random pattern itself does not
 * help the prediction, so it passes.
 */
final class GridWhitener {
    private static final int REACH = 2;
    private static final int SPAN = 2 * REACH + 1;
    /** The neighbours come in pairs of opposite offsets that share a coefficient. */
    private static final int PAIRS = (SPAN * SPAN - 1) / 2;
    /** Fields enough to estimate the coefficients from. */
    private static final int MOST_STUDIED = 6;

    private final int rows;
    private final int columns;
    private final int[] offsets = new int[PAIRS];

    GridWhitener(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        int pair = 0;
        for (int down = 0; down <= REACH; down++) {
            for (int across = down == 0 ? 1 : -REACH; across <= REACH; across++) {
                offsets[pair++] = down * columns + across;
            }
        }
    }

    /**
     * C⁻¹y in place for fields with the same statistics.
     *
     * @param fields each rows × columns, row by row, zero mean
     */
    void whiten(List<float[]> fields) {
        double[][] normal = new double[PAIRS][PAIRS];
        double[] right = new double[PAIRS];
        double power = 0;
        int step = Math.max(1, fields.size() / MOST_STUDIED);
        for (int i = 0; i < fields.size(); i += step) {
            power += study(fields.get(i), normal, right);
        }
        if (power == 0) {
            return;
        }
        double[] coefficients = solve(normal, right, power);
        double errorPower = 0;
        for (float[] field : fields) {
            errorPower += predictionError(field, coefficients);
        }
        double inner = (double) fields.size() * (rows - 2 * REACH) * (columns - 2 * REACH);
        float scale = (float) (inner / Math.max(errorPower, 1e-12 * power));
        for (float[] field : fields) {
            for (int i = 0; i < field.length; i++) {
                field[i] *= scale;
            }
        }
    }

    private double study(float[] y, double[][] normal, double[] right) {
        double power = 0;
        float[] sums = new float[PAIRS];
        for (int row = REACH; row < rows - REACH; row++) {
            for (int column = REACH; column < columns - REACH; column++) {
                int at = row * columns + column;
                pairSums(y, at, sums);
                float centre = y[at];
                power += centre * centre;
                for (int i = 0; i < PAIRS; i++) {
                    right[i] += sums[i] * centre;
                    for (int j = 0; j <= i; j++) {
                        normal[i][j] += sums[i] * sums[j];
                    }
                }
            }
        }
        return power;
    }

    private void pairSums(float[] y, int at, float[] sums) {
        for (int i = 0; i < PAIRS; i++) {
            sums[i] = y[at + offsets[i]] + y[at - offsets[i]];
        }
    }

    /** Least squares by Cholesky's method, with a ridge of a thousandth so that degenerate fields stay solvable. */
    private static double[] solve(double[][] a, double[] b, double power) {
        double[] x = b.clone();
        for (int i = 0; i < PAIRS; i++) {
            a[i][i] += 1e-3 * power;
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9 * power)) : sum / a[j][j];
            }
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = PAIRS - 1; i >= 0; i--) {
            for (int k = i + 1; k < PAIRS; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    /** Replaces the field by its prediction error, zero along the border; returns the error's energy. */
    private double predictionError(float[] y, double[] coefficients) {
        float[] in = y.clone();
        Arrays.fill(y, 0);
        double energy = 0;
        for (int row = REACH; row < rows - REACH; row++) {
            for (int column = REACH; column < columns - REACH; column++) {
                int at = row * columns + column;
                double error = in[at];
                for (int i = 0; i < PAIRS; i++) {
                    error -= coefficients[i] * (in[at + offsets[i]] + in[at - offsets[i]]);
                }
                y[at] = (float) error;
                energy += error * error;
            }
        }
        return energy;
    }
}
