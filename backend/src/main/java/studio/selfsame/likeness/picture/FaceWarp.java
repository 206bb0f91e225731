package studio.selfsame.likeness.picture;

import studio.selfsame.likeness.motion.LipShape;

/**
 * Bends a source so that its lips come to lie where they are wanted, and its jaw line meets the plate's where the mask fades
 * (two jaw lines would show through each other in the soft edge); mouth and chin keep their own shape besides. Real pixels
 * are moved a little, none is invented. Read bilinearly from a grid.
 */
public final class FaceWarp {
    private static final int GRID = 32;
    private static final double LOOSENESS = 2e-3;
    /** Farther than this, in eye distances, lips are not bent: then another mouth should have been found. */
    private static final double MOST_BEND = 0.07;
    /** Around the upper mask, where skin is rigid: shares of its half width, and of its height above the mouth. */
    private static final double[][] PINS = {{-1.2, 0.6}, {-0.8, 1.1}, {-0.3, 1.2}, {0.3, 1.2}, {0.8, 1.1}, {1.2, 0.6}};

    private final float[] dx = new float[GRID * GRID];
    private final float[] dy = new float[GRID * GRID];
    private final FaceRegion region;

    /**
     * @param lips where they are wanted, in stabilised space
     * @param region that holds the whole mask
     */
    public FaceWarp(StabilisedFace plate, StabilisedFace source, LipShape lips, MouthMask mask, FaceRegion region) {
        this(plate, source, lips, mask, region, region);
    }

    /** @param part to be read alone, which costs less */
    public FaceWarp(
            StabilisedFace plate,
            StabilisedFace source,
            LipShape lips,
            MouthMask mask,
            FaceRegion region,
            FaceRegion part) {
        this.region = region;
        float[] plateJaw = plate.jaw();
        float[] sourceJaw = source.jaw();
        int jaw = plateJaw.length / 2;
        float[] wanted = lips.vector();
        float[] had = source.lips().vector();
        int n = jaw + 2 * LipShape.RING + PINS.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[][] shift = new double[2][n];
        double moveX = lips.centreX() - source.lips().centreX();
        double moveY = lips.centreY() - source.lips().centreY();
        for (int i = 0; i < jaw; i++) {
            double m = mask.at(sourceJaw[i], sourceJaw[jaw + i]);
            double keep = Math.clamp((m - 0.7) / 0.3, 0, 1);
            keep = keep * keep * (3 - 2 * keep);
            // What is kept moves along with the mouth.
            x[i] = plateJaw[i] + keep * (sourceJaw[i] + moveX - plateJaw[i]);
            y[i] = plateJaw[jaw + i] + keep * (sourceJaw[jaw + i] + moveY - plateJaw[jaw + i]);
            shift[0][i] = sourceJaw[i] - x[i];
            shift[1][i] = sourceJaw[jaw + i] - y[i];
        }
        for (int k = 0; k < 2 * LipShape.RING; k++) {
            int at = k < LipShape.RING ? k : LipShape.RING + k;
            double bendX = wanted[at] - had[at] - moveX;
            double bendY = wanted[at + LipShape.RING] - had[at + LipShape.RING] - moveY;
            double less = Math.min(1, MOST_BEND / Math.max(1e-9, Math.hypot(bendX, bendY)));
            x[jaw + k] = had[at] + moveX + less * bendX;
            y[jaw + k] = had[at + LipShape.RING] + moveY + less * bendY;
            shift[0][jaw + k] = had[at] - x[jaw + k];
            shift[1][jaw + k] = had[at + LipShape.RING] - y[jaw + k];
        }
        for (int k = 0; k < PINS.length; k++) {
            x[n - PINS.length + k] = mask.centreX() + PINS[k][0] * mask.halfWidth();
            y[n - PINS.length + k] = mask.centreY() - PINS[k][1] * mask.up();
        }
        ThinPlate field = new ThinPlate(x, y, shift, LOOSENESS);
        double[] at = new double[2];
        int left = node(region.u(part.left()));
        int right = node(region.u(part.x(1))) + 1;
        int bottom = node(region.v(part.y(1))) + 1;
        for (int j = node(region.v(part.top())); j <= bottom; j++) {
            for (int i = left; i <= right; i++) {
                field.at(region.x((i + 0.5) / GRID), region.y((j + 0.5) / GRID), at);
                dx[j * GRID + i] = (float) at[0];
                dy[j * GRID + i] = (float) at[1];
            }
        }
    }

    private static int node(double u) {
        return (int) place(u);
    }

    private static float place(double u) {
        return Math.clamp((float) (u * GRID - 0.5), 0, GRID - 1.001f);
    }

    /** Where in the source a point of the plate comes from. */
    public double x(double x, double y) {
        return x + read(dx, x, y);
    }

    public double y(double x, double y) {
        return y + read(dy, x, y);
    }

    /** Where in the source the points of a row of the plate come from. */
    void row(double[] x, double y, double[] fromX, double[] fromY) {
        float py = place(region.v(y));
        int row = (int) py * GRID;
        float fy = py - (int) py;
        for (int i = 0; i < x.length; i++) {
            float px = place(region.u(x[i]));
            int at = row + (int) px;
            float fx = px - (int) px;
            fromX[i] = x[i] + between(dx, at, fx, fy);
            fromY[i] = y + between(dy, at, fx, fy);
        }
    }

    private float read(float[] grid, double x, double y) {
        float px = place(region.u(x));
        float py = place(region.v(y));
        return between(grid, (int) py * GRID + (int) px, px - (int) px, py - (int) py);
    }

    private static float between(float[] grid, int at, float fx, float fy) {
        return (grid[at] * (1 - fx) + grid[at + 1] * fx) * (1 - fy)
                + (grid[at + GRID] * (1 - fx) + grid[at + GRID + 1] * fx) * fy;
    }
}
