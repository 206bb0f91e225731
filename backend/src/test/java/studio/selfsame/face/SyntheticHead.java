package studio.selfsame.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The canonical head, turned, moved and seen: what a perfect mesh would say. */
final class SyntheticHead {
    static final double PX_PER_CM = 10;
    private static final int[][] IRISES = {{33, 133}, {362, 263}};

    private static final FloatBuffer HEAD = ByteBuffer.wrap(ModelCards.read().load("canonical-face.bin"))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();

    private SyntheticHead() {}

    static Landmarks turned(double yawDeg, double pitchDeg, double rollDeg) {
        return at(yawDeg, pitchDeg, rollDeg, 300, 200, PX_PER_CM);
    }

    /** The head's motion from one of these to another: yaw, pitch and roll in degrees, x, y and pixels for a centimetre. */
    static HeadMotion motion(double[] from, double[] to) {
        return pose(to).after(pose(from).inverse());
    }

    private static HeadMotion pose(double[] p) {
        double[][] rows = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            double[] unit = new double[3];
            unit[axis] = 1;
            double[] turned = turn(turn(turn(unit, 1, 0, p[2]), 2, 1, p[1]), 2, 0, p[0]);
            rows[0][axis] = p[5] * turned[0];
            rows[1][axis] = -p[5] * turned[1];
            rows[2][axis] = -p[5] * turned[2];
        }
        return new HeadMotion(rows, new double[] {p[3], p[4], 0});
    }

    // Roll clockwise as seen, then chin up, then towards the right of the picture; picture y points down.
    static Landmarks at(double yawDeg, double pitchDeg, double rollDeg, double xPx, double yPx, double pxPerCm) {
        float[][] points = new float[3][FaceMesh.POINTS_WITH_IRISES];
        for (int i = 0; i < FaceMesh.POINTS_WITH_IRISES; i++) {
            double[] p = i < FaceMesh.POINTS ? point(i) : iris(IRISES[(i - FaceMesh.POINTS) / 5]);
            p = turn(p, 1, 0, rollDeg);
            p = turn(p, 2, 1, pitchDeg);
            p = turn(p, 2, 0, yawDeg);
            points[0][i] = (float) (xPx + pxPerCm * p[0]);
            points[1][i] = (float) (yPx - pxPerCm * p[1]);
            points[2][i] = (float) (-pxPerCm * p[2]);
        }
        return new Landmarks(points[0], points[1], points[2]);
    }

    private static double[] point(int i) {
        return new double[] {HEAD.get(3 * i), HEAD.get(3 * i + 1), HEAD.get(3 * i + 2)};
    }

    /** Straight before the eyeball's centre. */
    private static double[] iris(int[] corners) {
        double[] a = point(corners[0]);
        double[] b = point(corners[1]);
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2 + 0.69};
    }

    /** The same, some points moved by a copy. */
    static Landmarks moved(Landmarks p, double dx, double dy, int... points) {
        Landmarks moved = new Landmarks(p.x().clone(), p.y().clone(), p.z().clone());
        for (int i : points) {
            moved.x()[i] += (float) dx;
            moved.y()[i] += (float) dy;
        }
        return moved;
    }

    static Landmarks withNoise(Landmarks p, Random random, double px) {
        Landmarks noisy = new Landmarks(p.x().clone(), p.y().clone(), p.z().clone());
        for (int i = 0; i < p.size(); i++) {
            noisy.x()[i] += (float) (px * random.nextGaussian());
            noisy.y()[i] += (float) (px * random.nextGaussian());
            noisy.z()[i] += (float) (px * random.nextGaussian());
        }
        return noisy;
    }

    /** As if its pixels had been seen to stay where they are. */
    static Sighting sighting(int frame, Landmarks landmarks) {
        return sighting(frame, landmarks, HeadMotion.STILL);
    }

    static Sighting sighting(int frame, Landmarks landmarks, @Nullable HeadMotion motion) {
        float[] luma = new float[FaceAlignment.ARCFACE_SIZE * FaceAlignment.ARCFACE_SIZE];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 100 + 40 * (float) Math.sin(i / 900.0);
        }
        return new Sighting(
                frame,
                40_000L * frame,
                landmarks,
                1,
                50,
                120,
                Look.of(luma),
                FaceObservation.Pixels.UNKNOWN,
                false,
                motion);
    }

    /** Turns axis {@code from} towards axis {@code to}. */
    private static double[] turn(double[] p, int from, int to, double angleDeg) {
        double cos = Math.cos(Math.toRadians(angleDeg));
        double sin = Math.sin(Math.toRadians(angleDeg));
        double[] turned = p.clone();
        turned[from] = cos * p[from] - sin * p[to];
        turned[to] = sin * p[from] + cos * p[to];
        return turned;
    }
}
