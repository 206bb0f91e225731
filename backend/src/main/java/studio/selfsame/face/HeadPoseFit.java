package studio.selfsame.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns MediaPipe's canonical head onto the mesh, all three coordinates, by the least-squares rotation of Horn 1987
 * ("Closed-form solution of absolute orientation using unit quaternions"), then scales and moves it in the picture plane by
 * least squares, for the mesh's depth is the least certain.
 */
final class HeadPoseFit {
    /** Points that speech and brows hardly move: temples, bridge and wings of the nose, eye corners, cheekbones. */
    static final int[] RIGID = {
        10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 33, 133, 362, 263, 127, 356, 234, 454, 93, 323, 162, 389, 21, 251, 54,
        284, 103, 332, 67, 297, 109, 338, 116, 345, 117, 346, 123, 352, 98, 327, 129, 358, 49, 279, 122, 351
    };

    private final float[] head = new float[3 * FaceMesh.POINTS];
    private final double[] headMean;

    HeadPoseFit(ModelCards cards) {
        ByteBuffer.wrap(cards.load("canonical-face.bin"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(head);
        headMean = mean(i -> head[3 * i], i -> head[3 * i + 1], i -> head[3 * i + 2]);
    }

    /** Where a point of the canonical head lies, centimetres. */
    double[] canonical(int point) {
        return new double[] {head[3 * point], head[3 * point + 1], head[3 * point + 2]};
    }

    HeadFit fit(Landmarks p) {
        // Right-handed like the head: y up, z towards the camera.
        double[] to = mean(i -> p.x()[i], i -> -p.y()[i], i -> -p.z()[i]);
        double[][] s = new double[3][3];
        for (int i : RIGID) {
            double[] a = fromMean(i);
            double[] b = {p.x()[i] - to[0], -p.y()[i] - to[1], -p.z()[i] - to[2]};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    s[row][column] += a[row] * b[column];
                }
            }
        }
        return place(rotation(s), p, to);
    }

    /** The head turned as is said, laid on the mesh in the picture. */
    HeadFit fit(Landmarks p, double[][] rotation) {
        return place(rotation, p, mean(i -> p.x()[i], i -> -p.y()[i], i -> -p.z()[i]));
    }

    /** The rotation nearest to a mean of rotations. */
    static double[][] nearest(double[][] mean) {
        double[][] products = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                products[column][row] = mean[row][column];
            }
        }
        return rotation(products);
    }

    /** @param s sums of products of the coordinates before (rows) and after */
    private static double[][] rotation(double[][] s) {
        double[] q = largestEigenvector(new double[][] {
            {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
            {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
            {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
            {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}
        });
        return matrix(q[0], q[1], q[2], q[3]);
    }

    private HeadFit place(double[][] r, Landmarks p, double[] to) {
        double along = 0;
        double spread = 0;
        for (int i : RIGID) {
            double[] a = turned(r, fromMean(i));
            along += a[0] * (p.x()[i] - to[0]) + a[1] * (-p.y()[i] - to[1]);
            spread += a[0] * a[0] + a[1] * a[1];
        }
        double scale = Math.max(along / spread, 1e-6);
        double off = 0;
        for (int i : RIGID) {
            double[] a = turned(r, fromMean(i));
            double x = (p.x()[i] - to[0]) / scale - a[0];
            double y = (-p.y()[i] - to[1]) / scale - a[1];
            off += (x * x + y * y) / RIGID.length;
        }
        double[] middle = turned(r, headMean);
        HeadPosition position = new HeadPosition(to[0] - scale * middle[0], -(to[1] - scale * middle[1]), scale);
        return new HeadFit(angles(r), position, r, Math.sqrt(off));
    }

    private double[] fromMean(int i) {
        return new double[] {head[3 * i] - headMean[0], head[3 * i + 1] - headMean[1], head[3 * i + 2] - headMean[2]};
    }

    static double[] turned(double[][] r, double[] v) {
        return new double[] {
            r[0][0] * v[0] + r[0][1] * v[1] + r[0][2] * v[2],
            r[1][0] * v[0] + r[1][1] * v[1] + r[1][2] * v[2],
            r[2][0] * v[0] + r[2][1] * v[1] + r[2][2] * v[2]
        };
    }

    private static double[][] matrix(double w, double x, double y, double z) {
        return new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
            {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
            {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
        };
    }

    // The rotation as yaw about the vertical, then pitch, then roll in the face's own plane.
    private static HeadPose angles(double[][] r) {
        double yaw = Math.atan2(r[0][2], r[2][2]);
        double pitch = Math.asin(Math.clamp(r[1][2], -1, 1));
        double roll = -Math.atan2(r[1][0], r[1][1]);
        return new HeadPose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
    }

    // Power iteration; the shift by the Frobenius norm makes the largest eigenvalue the largest in size as well.
    private static double[] largestEigenvector(double[][] m) {
        double norm = 0;
        for (double[] row : m) {
            for (double value : row) {
                norm += value * value;
            }
        }
        double shift = Math.sqrt(norm);
        double[] v = {1, 0.1, 0.1, 0.1};
        for (int round = 0; round < 500; round++) {
            double[] next = new double[4];
            double length = 0;
            for (int i = 0; i < 4; i++) {
                next[i] = shift * v[i];
                for (int k = 0; k < 4; k++) {
                    next[i] += m[i][k] * v[k];
                }
                length += next[i] * next[i];
            }
            double moved = 0;
            for (int i = 0; i < 4; i++) {
                next[i] /= Math.sqrt(length);
                moved = Math.max(moved, Math.abs(next[i] - v[i]));
            }
            v = next;
            if (moved < 1e-9) {
                break;
            }
        }
        return v;
    }

    private interface Coordinate {
        double of(int point);
    }

    private static double[] mean(Coordinate x, Coordinate y, Coordinate z) {
        double[] mean = new double[3];
        for (int i : RIGID) {
            mean[0] += x.of(i) / RIGID.length;
            mean[1] += y.of(i) / RIGID.length;
            mean[2] += z.of(i) / RIGID.length;
        }
        return mean;
    }
}
