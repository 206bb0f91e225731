package studio.selfsame.likeness.picture;

/**
 * Bends a source so that its jaw line meets the plate's where the mask fades, and leaves mouth and chin as they are:
 * without it two jaw lines would show through each other in the soft edge. A smooth field of shifts in stabilised space,
 * interpolated from the jaw's points (Shepard's weights with a Gaussian), read bilinearly from a grid.
 */
final class ContourWarp {
    private static final int GRID = 24;
    private static final double REACH = 0.16;

    private final float[] dx = new float[GRID * GRID];
    private final float[] dy = new float[GRID * GRID];
    private final FaceRegion region;

    /** Shifts to add to a point of the plate to find its source point. */
    ContourWarp(float[] plateJaw, float[] sourceJaw, MouthMask mask, FaceRegion region) {
        this.region = region;
        int n = plateJaw.length / 2;
        double[] tx = new double[n];
        double[] ty = new double[n];
        double[] sx = new double[n];
        double[] sy = new double[n];
        for (int i = 0; i < n; i++) {
            double m = mask.at(sourceJaw[i], sourceJaw[n + i]);
            double keep = Math.clamp((m - 0.7) / 0.3, 0, 1);
            keep = keep * keep * (3 - 2 * keep);
            tx[i] = plateJaw[i] + keep * (sourceJaw[i] - plateJaw[i]);
            ty[i] = plateJaw[n + i] + keep * (sourceJaw[n + i] - plateJaw[n + i]);
            sx[i] = sourceJaw[i] - tx[i];
            sy[i] = sourceJaw[n + i] - ty[i];
        }
        for (int g = 0; g < GRID * GRID; g++) {
            double x = region.x((g % GRID + 0.5) / GRID);
            double y = region.y((g / GRID + 0.5) / GRID);
            double sum = 0.15;
            double shiftX = 0;
            double shiftY = 0;
            for (int i = 0; i < n; i++) {
                double d = ((x - tx[i]) * (x - tx[i]) + (y - ty[i]) * (y - ty[i])) / (2 * REACH * REACH);
                double w = Math.exp(-d);
                sum += w;
                shiftX += w * sx[i];
                shiftY += w * sy[i];
            }
            dx[g] = (float) (shiftX / sum);
            dy[g] = (float) (shiftY / sum);
        }
    }

    double x(double x, double y) {
        return x + read(dx, x, y);
    }

    double y(double x, double y) {
        return y + read(dy, x, y);
    }

    private float read(float[] grid, double x, double y) {
        float px = Math.clamp((float) (region.u(x) * GRID - 0.5), 0, GRID - 1.001f);
        float py = Math.clamp((float) (region.v(y) * GRID - 0.5), 0, GRID - 1.001f);
        int at = (int) py * GRID + (int) px;
        float fx = px - (int) px;
        float fy = py - (int) py;
        return (grid[at] * (1 - fx) + grid[at + 1] * fx) * (1 - fy)
                + (grid[at + GRID] * (1 - fx) + grid[at + GRID + 1] * fx) * fy;
    }
}
