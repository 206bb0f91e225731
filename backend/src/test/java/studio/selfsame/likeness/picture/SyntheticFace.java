package studio.selfsame.likeness.picture;

import java.util.Random;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.HeadPose;
import studio.selfsame.face.Landmarks;

/** A face of fixed anchors whose mouth opens, put into the picture by a known similarity. */
public final class SyntheticFace {
    private static final double SCALE = 80;

    private SyntheticFace() {}

    /** @param open 0 closed, 1 wide */
    public static FaceObservation at(int frame, double open, double angleRad, double shiftX, double shiftY) {
        Random random = new Random(5);
        float[] x = new float[478];
        float[] y = new float[478];
        for (int i = 0; i < x.length; i++) {
            put(x, y, i, random.nextDouble() - 0.5, random.nextDouble() * 0.5);
        }
        put(x, y, 33, -0.75, 0);
        put(x, y, 133, -0.25, 0);
        put(x, y, 362, 0.25, 0);
        put(x, y, 263, 0.75, 0);
        ring(x, y, FaceGeometry.OUTER_LIPS, 0.38, 0.13, 0.12 + 0.25 * open);
        ring(x, y, FaceGeometry.INNER_LIPS, 0.33, 0.0, 0.25 * open);
        for (int i = 0; i < FaceGeometry.JAW.length; i++) {
            double a = Math.PI * i / (FaceGeometry.JAW.length - 1);
            put(x, y, FaceGeometry.JAW[i], -0.85 * Math.cos(a), 0.4 + (1.15 + 0.2 * open) * Math.sin(a));
        }
        put(x, y, 2, 0, 0.62);
        Similarity toFrame = Similarity.of(SCALE, angleRad, 128 + shiftX, 70 + shiftY);
        for (int i = 0; i < x.length; i++) {
            double px = toFrame.x(x[i], y[i]);
            y[i] = (float) toFrame.y(x[i], y[i]);
            x[i] = (float) px;
        }
        return new FaceObservation(
                frame,
                frame * 40_000L,
                new FaceObservation.Box(30, 30, 190, 200),
                new Landmarks(x, y, new float[x.length]),
                new HeadPose(0, 0, Math.toDegrees(angleRad)),
                1,
                0.3,
                0.25 * open,
                100,
                120);
    }

    private static void ring(float[] x, float[] y, int[] points, double halfWidth, double up, double down) {
        for (int i = 0; i < 20; i++) {
            double a = Math.PI * i / 10;
            put(x, y, points[i], -halfWidth * Math.cos(a), 1.0 + (i <= 10 ? down : up) * Math.sin(a));
        }
    }

    private static void put(float[] x, float[] y, int i, double px, double py) {
        x[i] = (float) px;
        y[i] = (float) py;
    }
}
