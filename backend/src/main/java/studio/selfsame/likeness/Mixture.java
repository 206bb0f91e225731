package studio.selfsame.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * Several of the person's mouths and how much of each, so that together they are most like the one that is wanted: what none
 * of them shows may still lie between them. The first is the likest, whose grain is drawn.
 *
 * <p>Source of the weights: S. T. Roweis and L. K. Saul, Nonlinear dimensionality reduction by locally linear embedding,
 * Science 290, 2000.
 *
 * @param positions in the list of source frames
 * @param weights add up to 1, may be below 0
 */
record Mixture(int[] positions, double[] weights) {
    /**
     * What a weight costs beside what is left of the difference, in units of the squared difference: towards 0 noise is
     * mixed to fit, towards infinity all weigh the same.
     */
    private static final double EVENNESS = 12;

    /** One mouth as it is. */
    static Mixture alone(int position) {
        return new Mixture(new int[] {position}, new double[] {1});
    }

    /** @param differences of each of them from what is wanted, a row each */
    static Mixture of(int[] positions, double[][] differences) {
        int n = positions.length;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = dot(differences[i], differences[j]);
            }
            rows[i][i] += EVENNESS;
            rows[i][n] = 1;
        }
        double[] weights = solve(rows);
        double sum = Arrays.stream(weights).sum();
        return new Mixture(positions, Arrays.stream(weights).map(w -> w / sum).toArray());
    }

    List<StabilisedFace> faces(LikenessModel model) {
        return IntStream.of(positions)
                .mapToObj(i -> model.sources().get(i).face())
                .toList();
    }

    int likest() {
        return positions[0];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Gauss; what is solved is positive definite, so rows need not be exchanged. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int c = 0; c < n; c++) {
            for (int r = c + 1; r < n; r++) {
                double f = rows[r][c] / rows[c][c];
                for (int k = c; k <= n; k++) {
                    rows[r][k] -= f * rows[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double v = rows[r][n];
            for (int k = r + 1; k < n; k++) {
                v -= rows[r][k] * x[k];
            }
            x[r] = v / rows[r][r];
        }
        return x;
    }

    @Override
    public String toString() {
        return "Mixture" + Arrays.toString(positions);
    }
}
