package studio.selfsame.watermark;

/**
 * Where points of a received frame lie on the plane of chips: a projective map (R. Hartley and A. Zisserman, "Multiple View
 * Geometry", 2nd ed., 2.3). Both sides are measured in fine chips from a centre, x to the right and y down; those of the
 * frame are a ninetieth of its own shorter side.
 *
 * <p>u = (xx·x + xy·y + x0) / w, v = (yx·x + yy·y + y0) / w, w = 1 + wx·x + wy·y.
 */
record Placement(double xx, double xy, double x0, double yx, double yy, double y0, double wx, double wy) {
    static final Placement IDENTITY = new Placement(1, 0, 0, 0, 1, 0, 0, 0);

    /** Scaled by {@code acrossBy} and {@code downBy} and then turned. */
    static Placement of(double acrossBy, double downBy, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Placement(cos * acrossBy, -sin * downBy, 0, sin * acrossBy, cos * downBy, 0, 0, 0);
    }

    double u(double x, double y) {
        return (xx * x + xy * y + x0) / (1 + wx * x + wy * y);
    }

    double v(double x, double y) {
        return (yx * x + yy * y + y0) / (1 + wx * x + wy * y);
    }

    /** This map and then a shift. */
    Placement shifted(double right, double down) {
        return new Placement(
                xx + right * wx, xy + right * wy, x0 + right, yx + down * wx, yy + down * wy, y0 + down, wx, wy);
    }

    /** This map and then one of the eight symmetries of the square. */
    Placement then(Symmetry symmetry) {
        int a = symmetry.xx();
        int b = symmetry.xy();
        int c = symmetry.yx();
        int d = symmetry.yy();
        return new Placement(
                a * xx + b * yx,
                a * xy + b * yy,
                a * x0 + b * y0,
                c * xx + d * yx,
                c * xy + d * yy,
                c * x0 + d * y0,
                wx,
                wy);
    }

    /** Another map first and then this one. */
    Placement after(Placement first) {
        double one = wx * first.x0 + wy * first.y0 + 1;
        return new Placement(
                (xx * first.xx + xy * first.yx + x0 * first.wx) / one,
                (xx * first.xy + xy * first.yy + x0 * first.wy) / one,
                (xx * first.x0 + xy * first.y0 + x0) / one,
                (yx * first.xx + yy * first.yx + y0 * first.wx) / one,
                (yx * first.xy + yy * first.yy + y0 * first.wy) / one,
                (yx * first.x0 + yy * first.y0 + y0) / one,
                (wx * first.xx + wy * first.yx + first.wx) / one,
                (wx * first.xy + wy * first.yy + first.wy) / one);
    }

    /** What was done to the picture, at the frame's centre; to four decimals. */
    Alteration.OfPicture alteration(double speed) {
        double determinant = xx * yy - xy * yx;
        int mirror = determinant < 0 ? -1 : 1;
        // The inverse map, from chips to the frame, mirrored first where need be.
        double rightX = mirror * yy / determinant;
        double rightY = -mirror * yx / determinant;
        double downX = -xy / determinant;
        double downY = xx / determinant;
        return new Alteration.OfPicture(
                rounded(Math.hypot(rightX, rightY)),
                rounded(Math.hypot(downX, downY)),
                rounded(Math.toDegrees(Math.atan2(rightY, rightX))),
                mirror < 0,
                rounded(speed));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4 + 0.0;
    }

    /** A symmetry of the square: (x, y) to (xx·x + xy·y, yx·x + yy·y). */
    enum Symmetry {
        NONE(1, 0, 0, 1),
        MIRRORED(-1, 0, 0, 1),
        UPSIDE_DOWN(-1, 0, 0, -1),
        FLIPPED(1, 0, 0, -1),
        TRANSPOSED(0, 1, 1, 0),
        QUARTER(0, -1, 1, 0),
        TRANSVERSE(0, -1, -1, 0),
        THREE_QUARTERS(0, 1, -1, 0);

        private final int xx;
        private final int xy;
        private final int yx;
        private final int yy;

        Symmetry(int xx, int xy, int yx, int yy) {
            this.xx = xx;
            this.xy = xy;
            this.yx = yx;
            this.yy = yy;
        }

        int xx() {
            return xx;
        }

        int xy() {
            return xy;
        }

        int yx() {
            return yx;
        }

        int yy() {
            return yy;
        }
    }
}
