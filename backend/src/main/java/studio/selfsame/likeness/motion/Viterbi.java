package studio.selfsame.likeness.motion;

import java.util.List;

/**
 * The cheapest path through lists of candidates, exactly.
 *
 * <p>Source: A. J. Viterbi, Error bounds for convolutional codes, IEEE Trans. Information Theory 13(2), 1967.
 */
public final class Viterbi {
    /** Cost of going from candidate {@code from} at {@code time − 1} to candidate {@code to} at {@code time}. */
    @FunctionalInterface
    public interface Step {
        double cost(int time, int from, int to);
    }

    private Viterbi() {}

    /**
     * @param candidates at each time, at least one
     * @param own cost of each candidate in itself, of the same shape
     * @return the chosen candidate at each time
     */
    public static int[] cheapest(List<int[]> candidates, List<double[]> own, Step step) {
        int n = candidates.size();
        int[] path = new int[n];
        if (n == 0) {
            return path;
        }
        int[][] from = new int[n][];
        double[] cost = own.getFirst().clone();
        for (int t = 1; t < n; t++) {
            int[] before = candidates.get(t - 1);
            int[] now = candidates.get(t);
            double[] next = new double[now.length];
            from[t] = new int[now.length];
            for (int j = 0; j < now.length; j++) {
                double best = Double.POSITIVE_INFINITY;
                for (int i = 0; i < before.length; i++) {
                    double c = cost[i] + step.cost(t, before[i], now[j]);
                    if (c < best) {
                        best = c;
                        from[t][j] = i;
                    }
                }
                next[j] = best + own.get(t)[j];
            }
            cost = next;
        }
        int at = 0;
        for (int j = 1; j < cost.length; j++) {
            at = cost[j] < cost[at] ? j : at;
        }
        for (int t = n - 1; t >= 0; t--) {
            path[t] = candidates.get(t)[at];
            at = t > 0 ? from[t][at] : at;
        }
        return path;
    }
}
