package studio.selfsame.likeness.picture;

/** Where a face ends below, so that nothing of what lies behind one head comes into another's face. */
public final class JawLine {
    /** Eye distances from the line to where a face counts whole. */
    private static final double SOFT = 0.12;

    private JawLine() {}

    /** 0 at the jaw and outside of it, rising softly to 1 inside; in stabilised space. */
    public static double inside(StabilisedFace face, double x, double y) {
        float[] jaw = face.jaw();
        int n = jaw.length / 2;
        double nearest = Double.MAX_VALUE;
        boolean inside = false;
        for (int i = 0; i + 1 < n; i++) {
            double dx = jaw[i + 1] - jaw[i];
            double dy = jaw[n + i + 1] - jaw[n + i];
            double px = x - jaw[i];
            double py = y - jaw[n + i];
            double along = Math.clamp((px * dx + py * dy) / Math.max(1e-12, dx * dx + dy * dy), 0, 1);
            double distance = square(px - along * dx) + square(py - along * dy);
            if (distance < nearest) {
                nearest = distance;
                // From ear to ear below, the face lies on the left-hand side, y running down.
                inside = dx * py - dy * px < 0;
            }
        }
        double t = inside ? Math.min(1, Math.sqrt(nearest) / SOFT) : 0;
        return t * t * (3 - 2 * t);
    }

    private static double square(double v) {
        return v * v;
    }
}
