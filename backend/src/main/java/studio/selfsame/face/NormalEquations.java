package studio.selfsame.face;

import java.util.Optional;

/** A weighted linear least-squares problem as it gathers. */
final class NormalEquations {
    private final double[][] squares;
    private final double[] along;

    NormalEquations(int unknowns) {
        squares = new double[unknowns][unknowns];
        along = new double[unknowns];
    }

    void add(double weight, double[][] squares, double[] along) {
        for (int i = 0; i < along.length; i++) {
            this.along[i] += weight * along[i];
            for (int k = 0; k < along.length; k++) {
                this.squares[i][k] += weight * squares[i][k];
            }
        }
    }

    /** By Cholesky's decomposition; empty where what was gathered leaves an unknown open. */
    Optional<double[]> solve() {
        int n = along.length;
        double[][] root = new double[n][n];
        double[] x = along.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double rest = squares[i][k];
                for (int j = 0; j < k; j++) {
                    rest -= root[i][j] * root[k][j];
                }
                if (i == k && rest <= 1e-9 * squares[i][i]) {
                    return Optional.empty();
                }
                root[i][k] = i == k ? Math.sqrt(rest) : rest / root[k][k];
            }
            for (int j = 0; j < i; j++) {
                x[i] -= root[i][j] * x[j];
            }
            x[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= root[j][i] * x[j];
            }
            x[i] /= root[i][i];
        }
        return Optional.of(x);
    }
}
