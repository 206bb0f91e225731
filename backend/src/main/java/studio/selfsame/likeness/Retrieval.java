package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import studio.selfsame.face.HeadPose;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.MouthPose;
import studio.selfsame.likeness.motion.Viterbi;

/**
 * Finds the person's own frames whose mouths make the wanted motion: lips inner and outer, jaw, the head turned as in
 * the plate, sharp, and as far as possible one after the other as they were filmed.
 */
final class Retrieval {
    /** One cost unit of shape is this root mean square shift of the 40 lip points, eye distances. */
    private static final double SHAPE = 0.015;

    private static final double GAP = 0.02;
    private static final double JAW = 0.35;
    private static final double JAW_WEIGHT = 0.4;
    private static final double LIP_WEIGHT = 0.1;
    private static final double TURN_DEG = 2.0;
    private static final double ROLL_DEG = 3 * TURN_DEG;
    /** Of the lips, see {@link LipShape#vector}. */
    private static final int POINTS = 2 * LipShape.RING;

    private static final double TURN_LIMIT = 12;
    private static final double JUMP = 2.5;
    private static final double HOLD = 0.35;
    private static final double SKIP = 0.5;
    /** Frames each mouth is mixed from: their noise differs, so together they show what is the person's. */
    static final int FOUND = 24;

    /** How much a head's turn says about how a mouth looks, beside how much it says about which to take. */
    private static final double TURN_SEEN = 0.25;

    private static final int BEST = 48;
    private static final int MOST = 110;
    private static final double FOLLOW = 8;

    /** A mouth to look for, in the person's own lip space. */
    record Mouth(
            float[] values,
            double gap,
            double jaw,
            double lowerLip,
            boolean closed,
            boolean labiodental,
            boolean silent) {
        /** As it is in a face. */
        static Mouth of(LipShape lips, float[] values, MouthPose pose) {
            return new Mouth(values, lips.openness(), pose.jaw(), pose.lowerLip(), false, false, false);
        }
    }

    /** @param plate how the head is turned where the mouth will be put */
    record Wanted(Mouth mouth, HeadPose plate) {}

    private final List<SourceFrame> frames;
    private final double medianSharpness;

    Retrieval(List<SourceFrame> frames) {
        this.frames = frames;
        double[] sharpness =
                frames.stream().mapToDouble(f -> f.face().sharpness()).sorted().toArray();
        medianSharpness = sharpness.length == 0 ? 0 : sharpness[sharpness.length / 2];
    }

    /** One position in the list of frames for each wanted mouth. */
    int[] path(List<Wanted> wanted) {
        List<int[]> candidates = new ArrayList<>();
        List<double[]> own = new ArrayList<>();
        int[] before = {};
        for (Wanted w : wanted) {
            double[] all = IntStream.range(0, frames.size())
                    .mapToDouble(i -> cost(w, frames.get(i)))
                    .toArray();
            before = candidates(all, before);
            candidates.add(before);
            own.add(Arrays.stream(before).mapToDouble(i -> all[i]).toArray());
        }
        return Viterbi.cheapest(
                candidates,
                own,
                (time, from, to) -> step(from, to, wanted.get(time).mouth().silent()));
    }

    /**
     * Positions of the {@code n} best frames for one mouth, or as many as there are farther than {@code apart} frames from
     * {@code frameIndex}.
     */
    int[] nearest(Wanted wanted, int n, int frameIndex, int apart) {
        double[] all = frames.stream()
                .mapToDouble(f ->
                        Math.abs(f.frameIndex() - frameIndex) <= apart ? Double.POSITIVE_INFINITY : cost(wanted, f))
                .toArray();
        return best(all, n);
    }

    /**
     * What a mouth is drawn from: the frame that was chosen, and the likest besides it, as many as there are up to {@link #FOUND}.
     *
     * @param frameIndex,apart the others are farther than that from that frame, see {@link #nearest}
     */
    Mixture withOthers(Wanted wanted, int chosen, int frameIndex, int apart) {
        int[] others = Arrays.stream(nearest(wanted, FOUND, frameIndex, apart))
                .filter(i -> i != chosen)
                .limit(FOUND - 1)
                .toArray();
        return mixture(
                wanted,
                IntStream.concat(IntStream.of(chosen), IntStream.of(others)).toArray());
    }

    /** The given frames, mixed so that they are most like what is wanted. */
    Mixture mixture(Wanted wanted, int[] positions) {
        return Mixture.of(
                positions,
                IntStream.of(positions)
                        .mapToObj(i -> differences(wanted, frames.get(i)))
                        .toArray(double[][]::new));
    }

    private static double[] differences(Wanted asked, SourceFrame frame) {
        Mouth wanted = asked.mouth();
        HeadPose pose = frame.face().pose();
        int n = wanted.values().length;
        double[] out = new double[n + 6];
        for (int k = 0; k < n; k++) {
            out[k] = (frame.values()[k] - wanted.values()[k]) / Math.sqrt(POINTS) / SHAPE;
        }
        out[n] = (frame.face().lips().openness() - wanted.gap()) / GAP;
        out[n + 1] = Math.sqrt(JAW_WEIGHT) * (frame.pose().jaw() - wanted.jaw()) / JAW;
        out[n + 2] = Math.sqrt(LIP_WEIGHT) * Math.clamp(frame.pose().lowerLip() - wanted.lowerLip(), -2, 2);
        out[n + 3] = Math.sqrt(TURN_SEEN) * (pose.yawDeg() - asked.plate().yawDeg()) / TURN_DEG;
        out[n + 4] = Math.sqrt(TURN_SEEN) * (pose.pitchDeg() - asked.plate().pitchDeg()) / TURN_DEG;
        out[n + 5] = Math.sqrt(TURN_SEEN) * (pose.rollDeg() - asked.plate().rollDeg()) / ROLL_DEG;
        return out;
    }

    private int[] candidates(double[] cost, int[] before) {
        int[] best = best(cost, BEST);
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int i : best) {
            chosen.add(i);
        }
        for (int i : before) {
            if (chosen.size() < MOST) {
                if (i + 1 < frames.size() && follows(i, i + 1) && cost[i + 1] < cost[best[0]] + FOLLOW) {
                    chosen.add(i + 1);
                }
                if (cost[i] < cost[best[0]] + FOLLOW) {
                    chosen.add(i);
                }
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** By insertion, since {@code n} is small beside the number of frames; of two equal ones the earlier comes first. */
    private static int[] best(double[] cost, int n) {
        int[] best = new int[Math.min(n, cost.length)];
        int count = 0;
        for (int i = 0; i < cost.length; i++) {
            if (Double.isInfinite(cost[i])
                    || count == best.length && (count == 0 || cost[i] >= cost[best[count - 1]])) {
                continue;
            }
            int at = count < best.length ? count++ : count - 1;
            while (at > 0 && cost[best[at - 1]] > cost[i]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = i;
        }
        return Arrays.copyOf(best, count);
    }

    private boolean follows(int from, int to) {
        return frames.get(to).frameIndex() == frames.get(from).frameIndex() + 1;
    }

    double cost(Wanted asked, SourceFrame frame) {
        Mouth wanted = asked.mouth();
        double gap = frame.face().lips().openness() - wanted.gap();
        double jaw = (frame.pose().jaw() - wanted.jaw()) / JAW;
        double lip = Math.clamp(frame.pose().lowerLip() - wanted.lowerLip(), -2, 2);
        HeadPose pose = frame.face().pose();
        double turn = square((pose.yawDeg() - asked.plate().yawDeg()) / TURN_DEG)
                + square((pose.pitchDeg() - asked.plate().pitchDeg()) / TURN_DEG)
                + square((pose.rollDeg() - asked.plate().rollDeg()) / ROLL_DEG);
        double blur = medianSharpness > 0 ? Math.max(0, 1 - frame.face().sharpness() / medianSharpness) : 0;
        return distance(frame.values(), wanted.values())
                + square(gap / GAP) * (wanted.closed() ? 3 : 1)
                + JAW_WEIGHT * jaw * jaw
                + lip * lip * (wanted.labiodental() ? 1.2 : LIP_WEIGHT)
                + Math.min(TURN_LIMIT, 0.5 * turn)
                + 3 * blur;
    }

    private double step(int from, int to, boolean silent) {
        if (follows(from, Math.min(to, frames.size() - 1)) && to == from + 1) {
            return 0;
        }
        if (from == to) {
            return silent ? 0.02 : HOLD;
        }
        SourceFrame a = frames.get(from);
        SourceFrame b = frames.get(to);
        int ahead = b.frameIndex() - a.frameIndex();
        if (ahead == 2 || ahead == -1) {
            return SKIP;
        }
        // A good cut lands where the filmed motion would have gone on, and moves on at the same speed.
        double landing = from + 1 < frames.size() && follows(from, from + 1)
                ? distance(frames.get(from + 1).values(), b.values())
                : distance(a.values(), b.values());
        double speed = distance(velocity(from), velocity(to));
        return JUMP + 0.5 * Math.min(landing, 20) + 0.15 * Math.min(speed, 20) + (silent ? 2 : 0);
    }

    private float[] velocity(int i) {
        float[] v = new float[frames.get(i).values().length];
        if (i > 0 && follows(i - 1, i)) {
            for (int k = 0; k < v.length; k++) {
                v[k] = frames.get(i).values()[k] - frames.get(i - 1).values()[k];
            }
        }
        return v;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum / POINTS / (SHAPE * SHAPE);
    }

    private static double square(double v) {
        return v * v;
    }
}
