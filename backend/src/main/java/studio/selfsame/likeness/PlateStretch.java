package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.selfsame.likeness.picture.Similarity;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * A stretch of footage into which a performance is drawn, played forwards and, where the performance is longer, back and
 * forth: positions {@code first} to {@code first + length − 1} of the list of faces.
 */
record PlateStretch(int first, int length) {
    private static final int LONGEST = 250;
    /** Of the face's middle between frames, eye distances: no head moves so fast, this is a cut. */
    private static final double LEAP = 0.05;

    /** Of the usual time between two frames: where one is not seen at all it is twice as long. */
    private static final double LEFT_OUT = 1.6;

    private static final double MIDDLE = 0.5;
    private static final double TURN_WEIGHT = 0.02;

    /** The calmest, sharpest stretch of consecutive usable frames, as long as is needed or as there is. */
    static PlateStretch choose(List<StabilisedFace> faces, int frames) {
        double[] cost = costs(faces);
        List<int[]> runs = runs(faces);
        int longest = runs.stream().mapToInt(r -> r[1]).max().orElseThrow();
        int length = Math.max(1, Math.min(Math.min(frames, LONGEST), longest));
        PlateStretch best = new PlateStretch(runs.getFirst()[0], 1);
        double least = Double.POSITIVE_INFINITY;
        for (int[] run : runs) {
            for (int start = run[0]; start + length <= run[0] + run[1]; start++) {
                double sum = 0;
                for (int i = start; i < start + length; i++) {
                    sum += cost[i];
                }
                if (sum < least) {
                    least = sum;
                    best = new PlateStretch(start, length);
                }
            }
        }
        return best;
    }

    /** Position of the face for output frame {@code i}. */
    int at(int i) {
        if (length == 1) {
            return first;
        }
        int period = 2 * (length - 1);
        int k = i % period;
        return first + (k < length ? k : period - k);
    }

    /** A stretch to leave from the middle of and come home to; the same whatever is performed. */
    static PlateStretch around(List<StabilisedFace> faces) {
        return choose(faces, LONGEST);
    }

    /**
     * Position of the face for frame {@code i} of a piece of {@code frames}: from the stretch's middle out to one side,
     * back and forth where the piece is longer, and always home in time.
     *
     * @param backwards to which side
     */
    int outAndHome(int i, int frames, boolean backwards) {
        int home = first + length / 2;
        int reach = Math.max(1, backwards ? home - first : first + length - 1 - home);
        int away = Math.min(i, frames - 1 - i) % (2 * reach);
        int folded = length == 1 ? 0 : Math.min(away, 2 * reach - away);
        return backwards ? home - folded : Math.min(home + folded, first + length - 1);
    }

    /** Unbroken stretches of usable faces: position of the first, and how many. */
    static List<int[]> runs(List<StabilisedFace> faces) {
        List<int[]> runs = new ArrayList<>();
        long usualUs = usualUs(faces);
        for (int i = 0; i < faces.size(); i++) {
            if (!faces.get(i).usable()) {
                continue;
            }
            boolean goesOn = !runs.isEmpty()
                    && runs.getLast()[0] + runs.getLast()[1] == i
                    && isNext(faces.get(i - 1), faces.get(i), usualUs)
                    && motion(faces.get(i - 1), faces.get(i)) < LEAP;
            if (goesOn) {
                runs.getLast()[1]++;
            } else {
                runs.add(new int[] {i, 1});
            }
        }
        return runs;
    }

    /** The same frame again, the next one, or one behind a frame that is on show too briefly to be seen. */
    private static boolean isNext(StabilisedFace a, StabilisedFace b, long usualUs) {
        int frames = b.frameIndex() - a.frameIndex();
        long gapUs = b.presentationTimeUs() - a.presentationTimeUs();
        return frames == 0 || frames == 1 || (frames > 1 && gapUs < LEFT_OUT * usualUs);
    }

    /** From one frame to the next one shown: median. */
    private static long usualUs(List<StabilisedFace> faces) {
        long[] gaps = IntStream.range(1, faces.size())
                .mapToLong(i ->
                        faces.get(i).presentationTimeUs() - faces.get(i - 1).presentationTimeUs())
                .filter(gap -> gap > 0)
                .sorted()
                .toArray();
        return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    private static double[] costs(List<StabilisedFace> faces) {
        double[] yaw = sorted(faces.stream().mapToDouble(f -> f.pose().yawDeg()).toArray());
        double[] pitch =
                sorted(faces.stream().mapToDouble(f -> f.pose().pitchDeg()).toArray());
        double[] sharp =
                sorted(faces.stream().mapToDouble(StabilisedFace::sharpness).toArray());
        double[] cost = new double[faces.size()];
        for (int i = 0; i < cost.length; i++) {
            StabilisedFace f = faces.get(i);
            double turn = Math.abs(f.pose().yawDeg() - yaw[yaw.length / 2])
                    + Math.abs(f.pose().pitchDeg() - pitch[pitch.length / 2]);
            double blur = Math.max(0, 1 - f.sharpness() / Math.max(1e-9, sharp[sharp.length / 2]));
            cost[i] = TURN_WEIGHT * turn / 4 + blur + (i == 0 ? 0 : motion(faces.get(i - 1), f));
        }
        return cost;
    }

    /** Movement of the face's middle between neighbours, in eye distances. */
    private static double motion(StabilisedFace a, StabilisedFace b) {
        Similarity from = a.toFace().inverse();
        double x = from.x(0, MIDDLE);
        double y = from.y(0, MIDDLE);
        return Math.hypot(b.toFace().x(x, y), b.toFace().y(x, y) - MIDDLE);
    }

    private static double[] sorted(double[] values) {
        java.util.Arrays.sort(values);
        return values;
    }
}
