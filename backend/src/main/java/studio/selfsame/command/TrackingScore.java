package studio.selfsame.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTracking;

/**
 * How near a tracking comes to the truth; means over the frames in which the face was found.
 *
 * @param found share of the frames
 * @param poseJitterDeg how the error of yaw, pitch and roll changes from frame to frame: root mean square of its second
 *     difference over √6, which for white noise is its standard deviation
 * @param closedMouth mean of mouth openness where the lips are drawn closed
 */
record TrackingScore(
        double found,
        double yawErrorDeg,
        double pitchErrorDeg,
        double rollErrorDeg,
        double gazeYaw,
        double gazePitch,
        double lipGap,
        double browRaise,
        double blink,
        double blinkRecall,
        double blinkPrecision,
        double poseJitterDeg,
        double cornerJitterPx,
        double cornerErrorPx,
        double closedMouth,
        double doubted) {
    private static final int[] CORNERS = {133, 362};
    private static final double BLINK = 0.4;
    private static final int NEAR_FRAMES = 2;

    /** @param shiftPx of the truth's pixels to the right in the tracked picture */
    static TrackingScore of(FaceTracking tracking, TrackingTruth truth, int shiftPx) {
        List<FaceObservation> seen = tracking.tracks().stream()
                .flatMap(track -> track.observations().stream())
                .sorted(Comparator.comparingInt(FaceObservation::frameIndex))
                .toList();
        List<Integer> frames = seen.stream().map(FaceObservation::frameIndex).toList();
        double[] yaw = minus(series(seen, o -> o.pose().yawDeg()), truth.column("yaw", frames));
        double[] pitch = minus(series(seen, o -> o.pose().pitchDeg()), truth.column("pitch", frames));
        double[] roll = minus(series(seen, o -> o.pose().rollDeg()), truth.column("roll", frames));
        double[][] corners = {
            minus(series(seen, o -> o.landmarks().x()[CORNERS[0]] - shiftPx), truth.column("left_x", frames)),
            minus(series(seen, o -> o.landmarks().y()[CORNERS[0]]), truth.column("left_y", frames)),
            minus(series(seen, o -> o.landmarks().x()[CORNERS[1]] - shiftPx), truth.column("right_x", frames)),
            minus(series(seen, o -> o.landmarks().y()[CORNERS[1]]), truth.column("right_y", frames))
        };
        double[] mouth = series(seen, FaceObservation::mouthOpenness);
        double[] gap = truth.column("lip_gap", frames);
        double[] blink = series(seen, o -> o.eyes().blink());
        double[] blinks = truth.column("blink", frames);
        return new TrackingScore(
                (double) frames.stream().distinct().count() / tracking.frameCount(),
                size(yaw),
                size(pitch),
                size(roll),
                correlation(series(seen, o -> o.eyes().gazeYawDeg()), truth.column("gaze_yaw", frames)),
                correlation(series(seen, o -> o.eyes().gazePitchDeg()), truth.column("gaze_pitch", frames)),
                correlation(mouth, gap),
                correlation(series(seen, FaceObservation::browRaise), truth.column("brow_raise", frames)),
                correlation(blink, blinks),
                share(events(blinks), events(blink)),
                share(events(blink), events(blinks)),
                (jitter(yaw) + jitter(pitch) + jitter(roll)) / 3,
                Arrays.stream(corners)
                        .mapToDouble(TrackingScore::jitter)
                        .average()
                        .orElse(0),
                (distance(corners[0], corners[1]) + distance(corners[2], corners[3])) / 2,
                closed(mouth, gap),
                (double) seen.stream().filter(o -> o.confidence() < 0.5).count() / seen.size());
    }

    private static double[] series(List<FaceObservation> seen, ToDoubleFunction<FaceObservation> figure) {
        return seen.stream().mapToDouble(figure).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, i -> a[i] - b[i]);
        return out;
    }

    private static double size(double[] errors) {
        return Arrays.stream(errors).map(Math::abs).average().orElse(Double.MAX_VALUE);
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.hypot(x[i], y[i]) / x.length;
        }
        return sum;
    }

    private static double jitter(double[] errors) {
        double sum = 0;
        for (int i = 2; i < errors.length; i++) {
            double bend = errors[i] - 2 * errors[i - 1] + errors[i - 2];
            sum += bend * bend;
        }
        return Math.sqrt(sum / 6 / Math.max(1, errors.length - 2));
    }

    private static double closed(double[] mouth, double[] gap) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < mouth.length; i++) {
            if (gap[i] <= 0) {
                sum += mouth[i];
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(Math.max(squaresA * squaresB, 1e-12));
    }

    /** First and last index of each stretch of closed eyes; stretches that nearly touch are one blink. */
    static List<int[]> events(double[] closed) {
        List<int[]> events = new ArrayList<>();
        for (int i = 0; i < closed.length; i++) {
            if (closed[i] < BLINK) {
                continue;
            }
            if (!events.isEmpty() && i - events.getLast()[1] <= NEAR_FRAMES) {
                events.getLast()[1] = i;
            } else {
                events.add(new int[] {i, i});
            }
        }
        return events;
    }

    /** Share of these events that lie on one of the others, two frames given; 1 where there are none. */
    static double share(List<int[]> events, List<int[]> others) {
        long hit = events.stream()
                .filter(e -> others.stream().anyMatch(o -> o[0] <= e[1] + NEAR_FRAMES && e[0] <= o[1] + NEAR_FRAMES))
                .count();
        return events.isEmpty() ? 1 : (double) hit / events.size();
    }
}
