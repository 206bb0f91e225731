package studio.selfsame.face;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What only shows beside the other frames of the same person: how far the eyes are closed of what this person opens and
 * closes them, and how far the brows stand above where they usually stand. Eyes differ too much for one threshold, and one
 * person's open wider or narrower with the head's nod: open is what the eye is in most of the frames around.
 */
final class OwnRange {
    private static final double AROUND_S = 1.5;
    private static final double OPEN_QUANTILE = 0.75;
    private static final double CLOSED_QUANTILE = 0.01;

    /** Of the open eye's aspect: where a track shows no eye narrower than this, its person never blinked. */
    private static final double NEVER_CLOSED = 0.7;

    /** Of the open eye's aspect, for one that never closed. */
    private static final double USUALLY_CLOSED = 0.4;

    /** Eyes shut for long are not open for all that. */
    private static final double LEAST_OPEN = 0.75;

    private static final double BLINKS_FROM = 0.3;
    private static final double AFTER_BLINK_S = 0.08;

    private OwnRange() {}

    /** @param brows raise of each frame */
    record Relative(List<FaceObservation.Eyes> eyes, double[] brows) {}

    static Relative of(List<FaceFigures> figures, double framesPerSecond) {
        int around = (int) Math.round(AROUND_S * framesPerSecond);
        double[] left = closed(series(figures, FaceFigures::leftAspect), around);
        double[] right = closed(series(figures, FaceFigures::rightAspect), around);
        boolean[] open = open(left, right, (int) Math.round(AFTER_BLINK_S * framesPerSecond));
        double[] yaw = Series.bridged(series(figures, FaceFigures::gazeYawDeg), open);
        double[] pitch = Series.bridged(series(figures, FaceFigures::gazePitchDeg), open);
        double[] brows = Series.bridged(series(figures, FaceFigures::browHeight), open);
        double rest = Series.median(brows);
        FaceObservation.Eyes[] eyes = new FaceObservation.Eyes[left.length];
        Arrays.setAll(
                eyes,
                i -> new FaceObservation.Eyes(
                        figures.get(i).leftAspect(),
                        figures.get(i).rightAspect(),
                        left[i],
                        right[i],
                        yaw[i],
                        pitch[i]));
        return new Relative(
                List.of(eyes), Arrays.stream(brows).map(b -> b - rest).toArray());
    }

    private static double[] series(List<FaceFigures> figures, ToDoubleFunction<FaceFigures> figure) {
        return figures.stream().mapToDouble(figure).toArray();
    }

    private static double[] closed(double[] aspect, int around) {
        double[] open = Series.slidingQuantile(aspect, around, OPEN_QUANTILE);
        double least = LEAST_OPEN * Series.quantile(aspect, OPEN_QUANTILE);
        double[] share = new double[aspect.length];
        Arrays.setAll(share, i -> aspect[i] / Math.max(Math.max(open[i], least), 1e-6));
        double lowest = Series.quantile(share, CLOSED_QUANTILE);
        double shut = lowest < NEVER_CLOSED ? lowest : USUALLY_CLOSED;
        return Arrays.stream(share)
                .map(s -> Math.clamp((1 - s) / (1 - shut), 0, 1))
                .toArray();
    }

    private static boolean[] open(double[] left, double[] right, int after) {
        boolean[] open = new boolean[left.length];
        Arrays.fill(open, true);
        for (int i = 0; i < open.length; i++) {
            if (left[i] + right[i] > 2 * BLINKS_FROM) {
                Arrays.fill(open, Math.max(0, i - after), Math.min(open.length, i + after + 1), false);
            }
        }
        return open;
    }
}
