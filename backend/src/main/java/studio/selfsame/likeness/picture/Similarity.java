package studio.selfsame.likeness.picture;

/** Rotation, uniform scale and shift of the plane: {@code x' = a·x − b·y + tx}, {@code y' = b·x + a·y + ty}. */
public record Similarity(double a, double b, double tx, double ty) {
    public static Similarity of(double scale, double angleRad, double tx, double ty) {
        return new Similarity(scale * Math.cos(angleRad), scale * Math.sin(angleRad), tx, ty);
    }

    /**
     * The weighted least-squares similarity that moves {@code from} onto {@code to}.
     *
     * <p>Source: S. Umeyama, Least-squares estimation of transformation parameters between two point patterns, IEEE
     * PAMI 13(4), 1991, in its closed planar form.
     */
    public static Similarity fit(double[] fromX, double[] fromY, double[] toX, double[] toY, double[] weights) {
        double sum = 0;
        double fx = 0;
        double fy = 0;
        double gx = 0;
        double gy = 0;
        for (int i = 0; i < fromX.length; i++) {
            double w = weights[i];
            sum += w;
            fx += w * fromX[i];
            fy += w * fromY[i];
            gx += w * toX[i];
            gy += w * toY[i];
        }
        fx /= sum;
        fy /= sum;
        gx /= sum;
        gy /= sum;
        double dot = 0;
        double cross = 0;
        double spread = 0;
        for (int i = 0; i < fromX.length; i++) {
            double px = fromX[i] - fx;
            double py = fromY[i] - fy;
            double qx = toX[i] - gx;
            double qy = toY[i] - gy;
            dot += weights[i] * (px * qx + py * qy);
            cross += weights[i] * (px * qy - py * qx);
            spread += weights[i] * (px * px + py * py);
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("all points fall together");
        }
        double a = dot / spread;
        double b = cross / spread;
        return new Similarity(a, b, gx - a * fx + b * fy, gy - b * fx - a * fy);
    }

    public double x(double x, double y) {
        return a * x - b * y + tx;
    }

    public double y(double x, double y) {
        return b * x + a * y + ty;
    }

    public double scale() {
        return Math.hypot(a, b);
    }

    public double angleRad() {
        return Math.atan2(b, a);
    }

    public Similarity inverse() {
        double n = a * a + b * b;
        double ia = a / n;
        double ib = -b / n;
        return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
    }

    /** First this, then {@code next}. */
    public Similarity then(Similarity next) {
        return new Similarity(next.a * a - next.b * b, next.a * b + next.b * a, next.x(tx, ty), next.y(tx, ty));
    }
}
