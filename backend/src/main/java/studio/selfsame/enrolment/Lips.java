package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.Landmarks;

/**
 * Lips through usable frames, in distances of the eyes.
 *
 * @param open gap of the inner lips
 * @param width between the corners
 */
record Lips(int[] frames, double[] open, double[] width) {
    private static final int CORNER_LEFT = 61;
    private static final int CORNER_RIGHT = 291;
    private static final int[] LEFT_EYE = {33, 133};
    private static final int[] RIGHT_EYE = {263, 362};

    /** Further turned lips look narrower than they are. */
    private static final double MOST_YAW_DEG = 25;

    private static final double TOUCHING = 0.02;
    private static final double LEAST_WIDE = 0.12;
    /** Of the width; less is the tracker's noise. */
    private static final double LEAST_CHANGE = 0.025;

    /** Frames on end. */
    private static final int LEAST_FRAMES = 2;

    static Lips of(List<FaceObservation> usable) {
        List<FaceObservation> seen = usable.stream()
                .filter(face -> face.landmarks().size() > RIGHT_EYE[1])
                .filter(face -> Math.abs(face.pose().yawDeg()) <= MOST_YAW_DEG)
                .toList();
        return new Lips(
                seen.stream().mapToInt(FaceObservation::frameIndex).toArray(),
                seen.stream().mapToDouble(FaceObservation::mouthOpenness).toArray(),
                seen.stream().mapToDouble(face -> width(face.landmarks())).toArray());
    }

    private static double width(Landmarks p) {
        double eyeX = mean(p.x(), RIGHT_EYE) - mean(p.x(), LEFT_EYE);
        double eyeY = mean(p.y(), RIGHT_EYE) - mean(p.y(), LEFT_EYE);
        return Math.hypot(p.x()[CORNER_RIGHT] - p.x()[CORNER_LEFT], p.y()[CORNER_RIGHT] - p.y()[CORNER_LEFT])
                / Math.max(1e-6, Math.hypot(eyeX, eyeY));
    }

    private static double mean(float[] values, int[] points) {
        return (values[points[0]] + values[points[1]]) / 2;
    }

    double openRange() {
        return quantile(open, 0.95) - quantile(open, 0.05);
    }

    double widthRange() {
        return quantile(width, 0.95) - quantile(width, 0.05);
    }

    /** How often each shape showed for two frames or longer. */
    Map<MouthShape, Integer> times() {
        double wide = Math.max(LEAST_WIDE, 0.65 * quantile(open, 0.95));
        double middle = quantile(width, 0.5);
        double narrow = middle - Math.max(LEAST_CHANGE, (middle - quantile(width, 0.05)) / 2);
        double broad = middle + Math.max(LEAST_CHANGE, (quantile(width, 0.95) - middle) / 2);
        List<@Nullable MouthShape> shapes = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            shapes.add(
                    open[i] < TOUCHING
                            ? MouthShape.CLOSED
                            : open[i] > wide
                                    ? MouthShape.OPEN
                                    : width[i] < narrow
                                            ? MouthShape.ROUNDED
                                            : width[i] > broad
                                                    ? MouthShape.SPREAD
                                                    : open[i] > wide / 3 ? MouthShape.HALF : null);
        }
        Map<MouthShape, Integer> times = new EnumMap<>(MouthShape.class);
        int since = 0;
        for (int i = 0; i < open.length; i++) {
            boolean goesOn = i > 0 && shapes.get(i) == shapes.get(i - 1) && frames[i] == frames[i - 1] + 1;
            since = goesOn ? since + 1 : 1;
            MouthShape shape = shapes.get(i);
            if (since == LEAST_FRAMES && shape != null) {
                times.merge(shape, 1, Integer::sum);
            }
        }
        return times;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
