package studio.selfsame.face;

/** What the places of mesh points say: openings, bounds, and whether they can be a face at all. */
final class FaceGeometry {
    // Corner, two on the upper lid, corner, two on the lower lid (Soukupová and Čech 2016, "Real-Time Eye Blink
    // Detection").
    private static final int[] LEFT_EYE = {33, 160, 158, 133, 153, 144};
    private static final int[] RIGHT_EYE = {362, 385, 387, 263, 373, 380};
    private static final int[][] INNER_LIPS = {{82, 87}, {13, 14}, {312, 317}};
    private static final double MIN_EYE_DISTANCE_PX = 8;

    private FaceGeometry() {}

    /** Distance of the eyes' centres, pixels. */
    static double interocular(Landmarks p) {
        double x = mid(p.x(), 263, 362) - mid(p.x(), 33, 133);
        double y = mid(p.y(), 263, 362) - mid(p.y(), 33, 133);
        return Math.hypot(x, y);
    }

    /** Of the eye on the left of the picture. */
    static double leftEyeAspect(Landmarks p) {
        return aspect(p, LEFT_EYE);
    }

    static double rightEyeAspect(Landmarks p) {
        return aspect(p, RIGHT_EYE);
    }

    private static double aspect(Landmarks p, int[] eye) {
        return (distance(p, eye[1], eye[5]) + distance(p, eye[2], eye[4])) / (2 * distance(p, eye[0], eye[3]));
    }

    /** Gap between the inner lips over the distance of the eyes. */
    static double mouthOpenness(Landmarks p) {
        double gap = 0;
        for (int[] pair : INNER_LIPS) {
            gap += distance(p, pair[0], pair[1]) / INNER_LIPS.length;
        }
        return gap / interocular(p);
    }

    static FaceObservation.Box box(Landmarks p) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            left = Math.min(left, p.x()[i]);
            right = Math.max(right, p.x()[i]);
            top = Math.min(top, p.y()[i]);
            bottom = Math.max(bottom, p.y()[i]);
        }
        return new FaceObservation.Box(left, top, right - left, bottom - top);
    }

    /** Eyes above nose above mouth above chin, in proportion, not collapsed and not folded. */
    static boolean isPlausible(Landmarks p) {
        double eyeX = (mid(p.x(), 33, 133) + mid(p.x(), 263, 362)) / 2;
        double eyeY = (mid(p.y(), 33, 133) + mid(p.y(), 263, 362)) / 2;
        double angle = Math.atan2(p.y()[263] - p.y()[33], p.x()[263] - p.x()[33]);
        double apart = Math.hypot(p.x()[263] - p.x()[33], p.y()[263] - p.y()[33]);
        double nose = down(p.x()[1] - eyeX, p.y()[1] - eyeY, angle) / apart;
        double mouth = down(mid(p.x(), 13, 14) - eyeX, mid(p.y(), 13, 14) - eyeY, angle) / apart;
        double chin = down(p.x()[152] - eyeX, p.y()[152] - eyeY, angle) / apart;
        double brow = down(mid(p.x(), 105, 334) - eyeX, mid(p.y(), 105, 334) - eyeY, angle) / apart;
        double noseAside = along(p.x()[1] - eyeX, p.y()[1] - eyeY, angle) / apart;
        double width = distance(p, 234, 454) / apart;
        return apart >= MIN_EYE_DISTANCE_PX
                && brow < 0
                && nose > 0.05
                && mouth > nose + 0.1
                && chin > mouth + 0.1
                && chin < 4
                && Math.abs(noseAside) < 1
                && width > 1.05
                && width < 3.5;
    }

    static double distance(Landmarks p, int i, int k) {
        return Math.hypot(p.x()[i] - p.x()[k], p.y()[i] - p.y()[k]);
    }

    static double mid(float[] values, int i, int k) {
        return (values[i] + values[k]) / 2;
    }

    private static double down(double x, double y, double angle) {
        return -x * Math.sin(angle) + y * Math.cos(angle);
    }

    private static double along(double x, double y, double angle) {
        return x * Math.cos(angle) + y * Math.sin(angle);
    }
}
