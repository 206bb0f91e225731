package studio.selfsame.face;

/**
 * How a head moved in the picture from one frame to another, weak perspective: a point at pixels x, y and the mesh's depth z
 * goes to {@code turn·(x, y, z) + shift}.
 *
 * @param turn rows of a rotation times a scale; x to the right, y down, z away from the camera
 * @param shift pixels; along z only so far as the mesh's depth is told anew
 */
record HeadMotion(double[][] turn, double[] shift) {
    static final HeadMotion STILL = new HeadMotion(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new double[3]);

    static HeadMotion of(Similarity plane) {
        return new HeadMotion(
                new double[][] {{plane.a(), -plane.b(), 0}, {plane.b(), plane.a(), 0}, {0, 0, plane.scale()}},
                new double[] {plane.tx(), plane.ty(), 0});
    }

    /** First {@code other}, then this. */
    HeadMotion after(HeadMotion other) {
        double[] moved = HeadPoseFit.turned(turn, other.shift);
        return new HeadMotion(
                product(turn, other.turn),
                new double[] {moved[0] + shift[0], moved[1] + shift[1], moved[2] + shift[2]});
    }

    HeadMotion inverse() {
        double squares = scale() * scale();
        double[][] back = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                back[i][k] = turn[k][i] / squares;
            }
        }
        double[] moved = HeadPoseFit.turned(back, shift);
        return new HeadMotion(back, new double[] {-moved[0], -moved[1], -moved[2]});
    }

    double scale() {
        double squares = 0;
        for (double[] row : turn) {
            for (double value : row) {
                squares += value * value / 3;
            }
        }
        return Math.sqrt(squares);
    }

    /** Where a point of the mesh goes: x, y in pixels and its depth. */
    double[] carried(Landmarks p, int point) {
        double[] moved = HeadPoseFit.turned(turn, new double[] {p.x()[point], p.y()[point], p.z()[point]});
        for (int i = 0; i < 3; i++) {
            moved[i] += shift[i];
        }
        return moved;
    }

    /** The rotation of {@link HeadFit} after this motion: y up, z towards the camera. */
    double[][] turned(double[][] rotation) {
        double scale = scale();
        double[][] up = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                up[i][k] = turn[i][k] / ((i == 0) == (k == 0) ? scale : -scale);
            }
        }
        return product(up, rotation);
    }

    /** Rodrigues' rotation about the axis (x, y, z) by its length in radians, times a scale. */
    static double[][] turning(double x, double y, double z, double scale) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        double once = angle < 1e-9 ? 1 : Math.sin(angle) / angle;
        double twice = angle < 1e-9 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
        double[][] cross = {{0, -z, y}, {z, 0, -x}, {-y, x, 0}};
        double[][] square = product(cross, cross);
        double[][] turn = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                turn[i][k] = scale * ((i == k ? 1 : 0) + once * cross[i][k] + twice * square[i][k]);
            }
        }
        return turn;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                product[i][k] = a[i][0] * b[0][k] + a[i][1] * b[1][k] + a[i][2] * b[2][k];
            }
        }
        return product;
    }
}
