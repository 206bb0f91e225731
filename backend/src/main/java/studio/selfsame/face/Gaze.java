package studio.selfsame.face;

/**
 * Where the irises look, by an eyeball model under weak perspective: the iris lies on a sphere around the eyeball's centre,
 * which lies behind the middle of the eyelids' corners. Iris and centre in the picture say which way it points; the head's
 * rotation is then taken off.
 */
final class Gaze {
    /** From the eyeball's centre of rotation to the iris: 13.5 mm to the cornea's apex, less 3.6 mm from there to the iris. */
    private static final double TO_IRIS_CM = 0.99;

    /** From the middle between the eyelids' corners back to the centre of rotation. */
    private static final double BEHIND_CORNERS_CM = 0.3;

    private static final int[][] EYES = {{468, 33, 133}, {473, 362, 263}};

    private Gaze() {}

    /** Yaw and pitch relative to the head, degrees, mean of both eyes; straight ahead where there are no irises. */
    static double[] of(Landmarks p, HeadFit head) {
        double[] ahead = {0, 0, 0};
        if (p.size() < FaceMesh.POINTS_WITH_IRISES) {
            return new double[2];
        }
        double[][] r = head.rotation();
        double scale = head.position().pxPerCm();
        for (int[] eye : EYES) {
            double x = (p.x()[eye[0]] - FaceGeometry.mid(p.x(), eye[1], eye[2])) / scale + BEHIND_CORNERS_CM * r[0][2];
            double y = -(p.y()[eye[0]] - FaceGeometry.mid(p.y(), eye[1], eye[2])) / scale + BEHIND_CORNERS_CM * r[1][2];
            double off = Math.hypot(x, y);
            double inside = off > TO_IRIS_CM ? 1 / off : 1 / TO_IRIS_CM;
            double[] seen = {x * inside, y * inside, Math.sqrt(Math.max(0, 1 - off * off * inside * inside))};
            for (int k = 0; k < 3; k++) {
                ahead[k] += (r[0][k] * seen[0] + r[1][k] * seen[1] + r[2][k] * seen[2]) / EYES.length;
            }
        }
        return new double[] {
            Math.toDegrees(Math.atan2(ahead[0], ahead[2])),
            Math.toDegrees(Math.atan2(ahead[1], Math.hypot(ahead[0], ahead[2])))
        };
    }
}
