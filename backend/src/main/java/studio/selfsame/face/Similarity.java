package studio.selfsame.face;

/**
 * A map of the plane that turns, scales and moves: {@code (a·x − b·y + tx, b·x + a·y + ty)}.
 */
record Similarity(double a, double b, double tx, double ty) {
    double x(double x, double y) {
        return a * x - b * y + tx;
    }

    double y(double x, double y) {
        return b * x + a * y + ty;
    }

    double scale() {
        return Math.hypot(a, b);
    }

    Similarity inverse() {
        double norm = a * a + b * b;
        return new Similarity(a / norm, -b / norm, -(a * tx + b * ty) / norm, (b * tx - a * ty) / norm);
    }

    /** From a square of {@code size} pixels onto a turned square in the frame. */
    static Similarity ontoSquare(int size, double centreX, double centreY, double side, double angleRad) {
        double a = Math.cos(angleRad) * side / size;
        double b = Math.sin(angleRad) * side / size;
        double half = size / 2.0;
        return new Similarity(a, b, centreX - a * half + b * half, centreY - b * half - a * half);
    }

    /** Least-squares fit that takes the points {@code from} to {@code to} (rows of x, y). */
    static Similarity fit(double[][] from, double[][] to) {
        double fromX = 0;
        double fromY = 0;
        double toX = 0;
        double toY = 0;
        for (int i = 0; i < from.length; i++) {
            fromX += from[i][0] / from.length;
            fromY += from[i][1] / from.length;
            toX += to[i][0] / from.length;
            toY += to[i][1] / from.length;
        }
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.length; i++) {
            double x = from[i][0] - fromX;
            double y = from[i][1] - fromY;
            double u = to[i][0] - toX;
            double v = to[i][1] - toY;
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = across / spread;
        return new Similarity(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
    }
}
