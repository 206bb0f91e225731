package studio.selfsame.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any sound may follow any other, as likely as in the dictionary's words: the most likely sequence of sounds by
 * Viterbi's algorithm over their three-state models.
 *
 * <p>Source: L. R. Rabiner, A tutorial on hidden Markov models, Proceedings of the IEEE 77(2), 1989.
 */
final class PhoneLoop {
    private static final int STATES = SphinxAcoustics.STATES;

    /** One sound from its first to before its last column. */
    record Stretch(int unit, int from, int to) {}

    private final double[][] within;
    private final double[][] between;

    /**
     * @param within {@code units × (3·4)} log chances of going from state to state; state 3 is the end, reached from 2
     * @param between log chance of {@code to} after {@code from}
     */
    PhoneLoop(double[][] within, double[][] between) {
        this.within = within;
        this.between = between;
    }

    static PhoneLoop of(SphinxAcoustics acoustics, double[][] between) {
        double[][] within = new double[between.length][];
        for (int u = 0; u < within.length; u++) {
            within[u] = new double[STATES * (STATES + 1)];
            for (int s = 0; s < STATES; s++) {
                for (int t = 0; t <= STATES; t++) {
                    within[u][s * (STATES + 1) + t] = acoustics.transition(u, s, t);
                }
            }
        }
        return new PhoneLoop(within, between);
    }

    /** The sounds of these scores, contiguous from the first column to the last. */
    List<Stretch> best(List<float[]> scores) {
        int n = within.length;
        if (scores.isEmpty()) {
            return List.of();
        }
        double[] now = new double[n * STATES];
        Arrays.fill(now, Double.NEGATIVE_INFINITY);
        for (int u = 0; u < n; u++) {
            now[u * STATES] = scores.getFirst()[u * STATES];
        }
        // Where each state came from: itself or an earlier state of its sound, or n·STATES + the sound before.
        int[][] from = new int[scores.size()][n * STATES];
        for (int t = 1; t < scores.size(); t++) {
            double[] next = new double[n * STATES];
            double[] ends = ends(now);
            for (int u = 0; u < n; u++) {
                for (int s = 0; s < STATES; s++) {
                    double best = Double.NEGATIVE_INFINITY;
                    int origin = u * STATES + s;
                    for (int r = 0; r <= s; r++) {
                        double chance = now[u * STATES + r] + within[u][r * (STATES + 1) + s];
                        if (chance > best) {
                            best = chance;
                            origin = u * STATES + r;
                        }
                    }
                    if (s == 0) {
                        for (int before = 0; before < n; before++) {
                            double chance = ends[before] + between[before][u];
                            if (chance > best) {
                                best = chance;
                                origin = n * STATES + before;
                            }
                        }
                    }
                    next[u * STATES + s] = best + scores.get(t)[u * STATES + s];
                    from[t][u * STATES + s] = origin;
                }
            }
            now = next;
        }
        return back(from, ends(now));
    }

    private double[] ends(double[] now) {
        double[] ends = new double[within.length];
        for (int u = 0; u < ends.length; u++) {
            ends[u] = now[u * STATES + STATES - 1] + within[u][STATES * (STATES + 1) - 1];
        }
        return ends;
    }

    private List<Stretch> back(int[][] from, double[] ends) {
        int unit = 0;
        for (int u = 1; u < ends.length; u++) {
            unit = ends[u] > ends[unit] ? u : unit;
        }
        int n = within.length;
        int state = unit * STATES + STATES - 1;
        List<Stretch> out = new ArrayList<>();
        int end = from.length;
        for (int t = from.length - 1; t > 0; t--) {
            int origin = from[t][state];
            if (origin >= n * STATES) {
                out.add(new Stretch(state / STATES, t, end));
                end = t;
                state = (origin - n * STATES) * STATES + STATES - 1;
            } else {
                state = origin;
            }
        }
        out.add(new Stretch(state / STATES, 0, end));
        return out.reversed();
    }
}
