package studio.selfsame.likeness;

import java.util.Arrays;
import java.util.List;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * Plates whose head and eyes do what another recording's do, as far as the enrolled footage has it: footage of one
 * unbroken stretch is run on, held, turned back or run twice as fast, and never jumped in, so that nothing behind or
 * around the head leaps. The cheapest way is found exactly, by dynamic programming.
 */
final class PlateFollowing {
    private static final double TURN_DEG = 6;
    private static final double EYES = 0.25;
    private static final double MOST = 4;
    private static final int[] STEPS = {1, 0, -1, 2};
    private static final double[] STEP_COST = {0, 0.15, 0.1, 0.3};

    private final List<StabilisedFace> faces;
    private final double[] usual;

    /** @param faces of the footage, in frame order */
    PlateFollowing(List<StabilisedFace> faces) {
        this.faces = faces;
        usual = usual(faces);
    }

    /**
     * One position in the list of faces for each face that is to be followed.
     *
     * @param runs unbroken stretches of usable faces: first position and length
     */
    int[] path(List<StabilisedFace> followed, List<int[]> runs) {
        double[] theirs = usual(followed);
        int[] best = new int[followed.size()];
        double least = Double.POSITIVE_INFINITY;
        for (int[] run : runs) {
            int[] path = new int[followed.size()];
            double cost = cheapest(followed, theirs, run, path);
            if (cost < least) {
                least = cost;
                best = path;
            }
        }
        return best;
    }

    private double cheapest(List<StabilisedFace> followed, double[] theirs, int[] run, int[] path) {
        int n = run[1];
        byte[][] from = new byte[followed.size()][n];
        double[] cost = new double[n];
        for (int t = 0; t < followed.size(); t++) {
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                double own = distance(followed.get(t), theirs, faces.get(run[0] + j));
                double cheapest = t == 0 ? 0 : Double.POSITIVE_INFINITY;
                for (int k = 0; k < STEPS.length && t > 0; k++) {
                    int i = j - STEPS[k];
                    if (i >= 0 && i < n && cost[i] + STEP_COST[k] < cheapest) {
                        cheapest = cost[i] + STEP_COST[k];
                        from[t][j] = (byte) k;
                    }
                }
                next[j] = cheapest + own;
            }
            cost = next;
        }
        int at = 0;
        for (int j = 1; j < n; j++) {
            at = cost[j] < cost[at] ? j : at;
        }
        double least = cost[at];
        for (int t = followed.size() - 1; t >= 0; t--) {
            path[t] = run[0] + at;
            at -= t > 0 ? STEPS[from[t][at]] : 0;
        }
        return least;
    }

    /** Turned from each one's usual, so that two cameras need not stand alike. */
    private double distance(StabilisedFace a, double[] theirs, StabilisedFace b) {
        double sum = 0;
        double[] p = features(a);
        double[] q = features(b);
        for (int k = 0; k < 3; k++) {
            double d = (p[k] - theirs[k] - q[k] + usual[k]) / TURN_DEG;
            sum += d * d;
        }
        double eyes = (p[3] / Math.max(1e-3, theirs[3]) - q[3] / Math.max(1e-3, usual[3])) / EYES;
        return Math.min(MOST, sum) + Math.min(1, eyes * eyes);
    }

    private static double[] features(StabilisedFace face) {
        return new double[] {
            face.pose().yawDeg(), face.pose().pitchDeg(), face.pose().rollDeg(), face.eyeOpenness()
        };
    }

    /** Medians. */
    private static double[] usual(List<StabilisedFace> faces) {
        double[] out = new double[4];
        for (int k = 0; k < out.length; k++) {
            int feature = k;
            double[] sorted =
                    faces.stream().mapToDouble(f -> features(f)[feature]).toArray();
            Arrays.sort(sorted);
            out[k] = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
        return out;
    }
}
