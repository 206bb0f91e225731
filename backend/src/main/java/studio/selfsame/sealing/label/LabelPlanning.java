package studio.selfsame.sealing.label;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.face.FaceObservation;

/**
 * Looks for the places of a label that hide the fewest faces for the least time, with few moves. Time is cut into half seconds,
 * and the cheapest way through them is found by dynamic programming (Viterbi 1967). Where every place hides a face the label
 * stands top right all the same: it is never left out.
 */
final class LabelPlanning {
    static final long SLOT_US = 500_000;
    /** Whoever reads needs time: no stay is shorter than 4 s. */
    static final int LEAST_SLOTS = 8;

    private static final LabelPlace[] PLACES = LabelPlace.values();
    /** A move is worth a second and a half of a hidden face. */
    private static final double MOVE = 3;
    /** For half a second at each place, so that the better of two free ones is taken. */
    private static final double[] WORSE = {0, 0.02, 0.1, 0.12};
    /** Hair above a face and cheeks beside it, as parts of the face's box. */
    private static final double ABOVE = 0.45;

    private static final double AROUND = 0.15;

    private final int frameWidthPx;
    private final int frameHeightPx;
    private final LabelLayout label;

    private LabelPlanning(int frameWidthPx, int frameHeightPx, LabelLayout label) {
        this.frameWidthPx = frameWidthPx;
        this.frameHeightPx = frameHeightPx;
        this.label = label;
    }

    static LabelTrack track(
            LabelLayout label, int frameWidthPx, int frameHeightPx, long durationUs, List<FaceGlimpse> glimpses) {
        var planning = new LabelPlanning(frameWidthPx, frameHeightPx, label);
        int slots = (int) Math.max(1, (durationUs + SLOT_US - 1) / SLOT_US);
        return planning.cheapest(planning.hidden(slots, glimpses));
    }

    /** Which places hide a face in each half second; what was seen in one counts for those beside it, not looked at perhaps. */
    private boolean[][] hidden(int slots, List<FaceGlimpse> glimpses) {
        boolean[][] hidden = new boolean[slots][PLACES.length];
        for (FaceGlimpse glimpse : glimpses) {
            int slot = (int) (glimpse.timeUs() / SLOT_US);
            for (int p = 0; p < PLACES.length; p++) {
                LabelPlace place = PLACES[p];
                if (glimpse.faces().stream().anyMatch(face -> hides(place, face))) {
                    for (int s = Math.max(0, slot - 1); s <= Math.min(slots - 1, slot + 1); s++) {
                        hidden[s][p] = true;
                    }
                }
            }
        }
        return hidden;
    }

    private boolean hides(LabelPlace place, FaceObservation.Box face) {
        var head = new Rectangle2D.Double(
                face.x() - AROUND * face.widthPx(),
                face.y() - ABOVE * face.heightPx(),
                (1 + 2 * AROUND) * face.widthPx(),
                (1 + ABOVE + AROUND) * face.heightPx());
        return head.intersects(
                place.xPx(frameWidthPx, label.widthPx()),
                place.yPx(frameHeightPx, label.heightPx()),
                label.widthPx(),
                label.heightPx());
    }

    /** A state is a place and for how many half seconds, up to the least, the label has been there. */
    private LabelTrack cheapest(boolean[][] hidden) {
        int ages = Math.min(LEAST_SLOTS, hidden.length);
        double[] cost = new double[PLACES.length * ages];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        short[][] before = new short[hidden.length][cost.length];
        for (int p = 0; p < PLACES.length; p++) {
            cost[p * ages] = price(hidden[0], p);
        }
        for (int slot = 1; slot < hidden.length; slot++) {
            double[] next = new double[cost.length];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int state = 0; state < cost.length; state++) {
                int place = state / ages;
                boolean old = state % ages == ages - 1;
                reach(next, before[slot], old ? state : state + 1, state, cost[state] + price(hidden[slot], place));
                for (int p = 0; old && p < PLACES.length; p++) {
                    if (p != place) {
                        reach(next, before[slot], p * ages, state, cost[state] + MOVE + price(hidden[slot], p));
                    }
                }
            }
            cost = next;
        }
        int last = ages - 1;
        for (int state = last; state < cost.length; state += ages) {
            last = cost[state] < cost[last] ? state : last;
        }
        return stays(before, last, ages);
    }

    private static void reach(double[] cost, short[] before, int state, int from, double price) {
        if (price < cost[state]) {
            cost[state] = price;
            before[state] = (short) from;
        }
    }

    private static double price(boolean[] hidden, int place) {
        return WORSE[place] + (hidden[place] ? 1 : 0);
    }

    private static LabelTrack stays(short[][] before, int last, int ages) {
        List<LabelTrack.Stay> stays = new ArrayList<>();
        int state = last;
        for (int slot = before.length - 1; slot > 0; slot--) {
            int from = before[slot][state];
            if (from / ages != state / ages) {
                stays.addFirst(new LabelTrack.Stay(slot * SLOT_US, PLACES[state / ages]));
            }
            state = from;
        }
        stays.addFirst(new LabelTrack.Stay(0, PLACES[state / ages]));
        return new LabelTrack(stays);
    }
}
