package studio.selfsame.likeness.picture;

/**
 * What the network adds to the retrieved pixels: {@code 3×N×N}, gamma-coded differences, over a region of stabilised
 * space. Read bilinearly and faded to nothing at the region's edge.
 */
public record Residual(float[] values, int sizePx, FaceRegion region) {
    private static final double EDGE = 0.12;

    /** Adds the three channels' values at a point of stabilised space. */
    void addTo(float[] rgb, double x, double y) {
        double u = region.u(x);
        double v = region.v(y);
        double edge = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v));
        if (edge <= 0) {
            return;
        }
        float px = Math.clamp((float) (u * sizePx - 0.5), 0, sizePx - 1.001f);
        float py = Math.clamp((float) (v * sizePx - 0.5), 0, sizePx - 1.001f);
        float fx = px - (int) px;
        float fy = py - (int) py;
        for (int c = 0; c < 3; c++) {
            int at = c * sizePx * sizePx + (int) py * sizePx + (int) px;
            float value = (values[at] * (1 - fx) + values[at + 1] * fx) * (1 - fy)
                    + (values[at + sizePx] * (1 - fx) + values[at + sizePx + 1] * fx) * fy;
            rgb[c] += edge >= EDGE ? value : (float) (value * edge / EDGE);
        }
    }

    @Override
    public String toString() {
        return "Residual[" + sizePx + " px]";
    }
}
