package studio.selfsame.face;

import java.util.Arrays;
import java.util.List;

/**
 * How far each frame of a track can be believed: a product of doubts, each 1 where there is nothing to say. The net's presence
 * score alone is high on half a face and on a hand.
 */
final class TrackConfidence {
    /** Root mean square distance from the canonical head, centimetres; heads as they are reach 0.46. */
    private static final Doubt SHAPE = new Doubt(0.55, 1.0);

    /** Change of the rigid points among themselves to the frame before or after, whichever is less; interocular distances. */
    private static final Doubt LEAP_OF_SHAPE = new Doubt(0.05, 0.2);

    /** Likewise of their place. */
    private static final Doubt LEAP_OF_PLACE = new Doubt(0.4, 1.2);

    /** Half at 60°, where the far cheek is gone. */
    private static final Doubt YAW_DEG = new Doubt(35, 85);

    private static final Doubt PITCH_DEG = new Doubt(30, 80);

    /**
     * One less the correlation of the lower face with what the track mostly shows there, less what the mesh's own mouth
     * explains by being opened: a broad laugh hides nothing. Speech alone stays under 0.3.
     */
    private static final Doubt UNLIKE_ITSELF = new Doubt(0.2, 0.55);

    private TrackConfidence() {}

    /** @param figures of the landmarks that are given on, smoothed or not */
    static double[] of(List<Sighting> seen, List<FaceFigures> figures) {
        float[] usual = Look.usual(seen.stream().map(Sighting::look).toList());
        double[] mouth =
                figures.stream().mapToDouble(FaceFigures::mouthOpenness).toArray();
        double usualMouth = Series.median(mouth);
        double[] confidence = new double[seen.size()];
        Arrays.setAll(confidence, i -> {
            if (seen.get(i).filled()) {
                return FaceObservation.FILLED;
            }
            HeadFit head = figures.get(i).head();
            return seen.get(i).presence()
                    * SHAPE.trust(head.residualCm())
                    * YAW_DEG.trust(Math.abs(head.pose().yawDeg()))
                    * PITCH_DEG.trust(Math.abs(head.pose().pitchDeg()))
                    * UNLIKE_ITSELF.trust(
                            1 - Look.likeness(seen.get(i).look(), usual) - Math.abs(mouth[i] - usualMouth))
                    * agreement(seen, i);
        });
        return confidence;
    }

    /** With the frame before or after, whichever agrees more; 1 where neither was seen. */
    private static double agreement(List<Sighting> seen, int i) {
        double best = -1;
        for (int k = Math.max(0, i - 1); k <= Math.min(seen.size() - 1, i + 1); k++) {
            if (Math.abs(seen.get(k).frameIndex() - seen.get(i).frameIndex()) == 1) {
                best = Math.max(
                        best, agreement(seen.get(i).landmarks(), seen.get(k).landmarks()));
            }
        }
        return best < 0 ? 1 : best;
    }

    private static double agreement(Landmarks now, Landmarks then) {
        double unit = Math.max(FaceGeometry.interocular(now), 1e-3);
        double[][] from = rigid(then);
        double[][] to = rigid(now);
        Similarity motion = Similarity.fit(from, to);
        double shape = 0;
        double place = 0;
        for (int i = 0; i < from.length; i++) {
            shape += square(motion.x(from[i][0], from[i][1]) - to[i][0], motion.y(from[i][0], from[i][1]) - to[i][1]);
            place += square(from[i][0] - to[i][0], from[i][1] - to[i][1]);
        }
        return LEAP_OF_SHAPE.trust(Math.sqrt(shape / from.length) / unit)
                * LEAP_OF_PLACE.trust(Math.sqrt(place / from.length) / unit);
    }

    private static double square(double x, double y) {
        return x * x + y * y;
    }

    private static double[][] rigid(Landmarks p) {
        return Arrays.stream(HeadPoseFit.RIGID)
                .mapToObj(i -> new double[] {p.x()[i], p.y()[i]})
                .toArray(double[][]::new);
    }

    /** Nothing to doubt up to {@code from}, nothing to believe from {@code to} on, a straight line between. */
    private record Doubt(double from, double to) {
        double trust(double value) {
            return Math.clamp((to - value) / (to - from), 0, 1);
        }
    }
}
