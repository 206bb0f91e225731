package studio.selfsame.likeness.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViterbiTest {
    @Test
    void cheapest_smallProblems_isAsCheapAsTryingAllPaths() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[][] step = new double[9][9];
            List<int[]> candidates = new ArrayList<>();
            List<double[]> own = new ArrayList<>();
            for (double[] row : step) {
                java.util.Arrays.setAll(row, i -> random.nextDouble());
            }
            for (int t = 0; t < 5; t++) {
                candidates.add(random.ints(0, 9)
                        .distinct()
                        .limit(1 + random.nextInt(4))
                        .toArray());
                own.add(random.doubles(candidates.getLast().length).toArray());
            }
            int[] path = Viterbi.cheapest(candidates, own, (time, from, to) -> step[from][to]);
            assertThat(cost(path, candidates, own, step)).isCloseTo(all(0, -1, candidates, own, step), within(1e-12));
        }
    }

    private static double cost(int[] path, List<int[]> candidates, List<double[]> own, double[][] step) {
        double sum = 0;
        for (int t = 0; t < path.length; t++) {
            int[] c = candidates.get(t);
            for (int i = 0; i < c.length; i++) {
                sum += c[i] == path[t] ? own.get(t)[i] : 0;
            }
            sum += t == 0 ? 0 : step[path[t - 1]][path[t]];
        }
        return sum;
    }

    private static double all(int t, int from, List<int[]> candidates, List<double[]> own, double[][] step) {
        if (t == candidates.size()) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.get(t).length; i++) {
            int to = candidates.get(t)[i];
            double c = own.get(t)[i] + (t == 0 ? 0 : step[from][to]);
            best = Math.min(best, c + all(t + 1, to, candidates, own, step));
        }
        return best;
    }
}
