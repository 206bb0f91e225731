package studio.selfsame.face;

import java.util.List;

/**
 * What one person's face usually looks like, to tell by whether it is covered or blurred: faces, skins and lights differ too
 * much for one threshold.
 *
 * @param leftLipRed,rightLipRed medians of {@link FaceObservation.Pixels}; NaN where it is not known
 * @param sharpness median
 */
public record OwnLook(double leftLipRed, double rightLipRed, double sharpness) {
    /** Beyond it lips and their surroundings are foreshortened too far to tell. */
    public static final double MOST_YAW_DEG = 45;

    public static final double MOST_PITCH_DEG = 35;

    /** Lips hardly redder than the skin, or a picture without colours, tell nothing. */
    private static final double LEAST_RED = 3;

    /** Of the usual: measured on clean footage and under drawn hands, cups and microphones, see docs/enrolment.md. */
    private static final double LEAST_OF_USUAL = 0.25;

    /** Where the head is turned further, the far half of the lips is not asked. */
    private static final double ONE_SIDE_DEG = 20;

    private static final double LEAST_CONFIDENCE = 0.5;

    /** Another recording's light may change the lips by so much; less red than that, most of it is covered. */
    private static final double OTHER_LIGHT = 0.4;

    private static final double OTHER_CAMERA = 0.25;

    /** @param faces of one person; none: nothing is usual */
    public static OwnLook of(List<FaceObservation> faces) {
        if (faces.isEmpty()) {
            return new OwnLook(Double.NaN, Double.NaN, Double.NaN);
        }
        return new OwnLook(
                Series.median(
                        faces.stream().mapToDouble(f -> f.pixels().leftLipRed()).toArray()),
                Series.median(faces.stream()
                        .mapToDouble(f -> f.pixels().rightLipRed())
                        .toArray()),
                Series.median(
                        faces.stream().mapToDouble(FaceObservation::sharpness).toArray()));
    }

    /**
     * What to compare another recording of the same person with: what is usual there, unless it is so unlike {@code this}
     * that most of it must be covered, or blurred.
     */
    public OwnLook in(List<FaceObservation> recording) {
        OwnLook there = of(recording);
        return new OwnLook(
                there.leftLipRed < OTHER_LIGHT * leftLipRed ? leftLipRed : there.leftLipRed,
                there.rightLipRed < OTHER_LIGHT * rightLipRed ? rightLipRed : there.rightLipRed,
                there.sharpness < OTHER_CAMERA * sharpness ? OTHER_CAMERA * sharpness : there.sharpness);
    }

    /** Whether something is between the camera and the mouth; false where the head is turned too far to tell. */
    public boolean isCovered(FaceObservation face) {
        if (isTurned(face)) {
            return false;
        }
        boolean doubted = face.confidence() < LEAST_CONFIDENCE && !face.filled();
        return doubted || lipsMissing(face);
    }

    /** Sharpness over the usual. */
    public double sharpnessOf(FaceObservation face) {
        return sharpness > 0 ? face.sharpness() / sharpness : 1;
    }

    public static boolean isTurned(FaceObservation face) {
        return Math.abs(face.pose().yawDeg()) > MOST_YAW_DEG
                || Math.abs(face.pose().pitchDeg()) > MOST_PITCH_DEG;
    }

    private boolean lipsMissing(FaceObservation face) {
        double yaw = face.pose().yawDeg();
        boolean left = isMissing(face.pixels().leftLipRed(), leftLipRed) && yaw > -ONE_SIDE_DEG;
        boolean right = isMissing(face.pixels().rightLipRed(), rightLipRed) && yaw < ONE_SIDE_DEG;
        return left || right;
    }

    private static boolean isMissing(double red, double usual) {
        return usual >= LEAST_RED && red < LEAST_OF_USUAL * usual;
    }
}
