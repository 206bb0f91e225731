package studio.selfsame.likeness.picture;

import java.util.ArrayList;
import java.util.List;
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

    private FaceWarp(FaceRegion region) {
        this.region = region;
    }

    /**
     * One for each source; they share the places they are bent to, and with them most of the work.
     *
     * @param lips where they are wanted, in stabilised space
     * @param region that holds the whole mask
     * @param part of it, in which alone those behind the first may be read
     */
    public static List<FaceWarp> of(
            StabilisedFace plate, List<StabilisedFace> sources, LipShape lips, FaceRegion region, FaceRegion part) {
        double[][] places = places(plate, lips);
        double[][] shifts = new double[2 * sources.size()][places[0].length];
        for (int s = 0; s < sources.size(); s++) {
            shift(plate, sources.get(s), lips, shifts[2 * s], shifts[2 * s + 1]);
        }
        ThinPlate field = new ThinPlate(places[0], places[1], shifts, LOOSENESS);
        List<FaceWarp> warps = new ArrayList<>();
        sources.forEach(source -> warps.add(new FaceWarp(region)));
        double[] first = new double[2];
        double[] all = new double[shifts.length];
        int left = (int) place(region.u(part.left()));
        int right = (int) place(region.u(part.x(1))) + 1;
        int top = (int) place(region.v(part.top()));
        int bottom = (int) place(region.v(part.y(1))) + 1;
        for (int g = 0; g < GRID * GRID; g++) {
            int i = g % GRID;
            int j = g / GRID;
            boolean inside = i >= left && i <= right && j >= top && j <= bottom;
            double[] at = inside ? all : first;
            field.at(region.x((i + 0.5) / GRID), region.y((j + 0.5) / GRID), at);
            for (int s = 0; s < at.length / 2; s++) {
                warps.get(s).dx[g] = (float) at[2 * s];
                warps.get(s).dy[g] = (float) at[2 * s + 1];
            }
        }
        return warps;
    }

    /** The plate's jaw, the lips that are wanted, and the pins. */
    private static double[][] places(StabilisedFace plate, LipShape lips) {
        float[] jaw = plate.jaw();
        float[] wanted = lips.vector();
        MouthMask mask = MouthMask.of(plate, plate);
        int lipsAt = jaw.length / 2;
        int pinsAt = lipsAt + 2 * LipShape.RING;
        double[] x = new double[pinsAt + PINS.length];
        double[] y = new double[x.length];
        for (int i = 0; i < lipsAt; i++) {
            x[i] = jaw[i];
            y[i] = jaw[lipsAt + i];
        }
        for (int k = 0; k < 2 * LipShape.RING; k++) {
            x[lipsAt + k] = wanted[ring(k)];
            y[lipsAt + k] = wanted[ring(k) + LipShape.RING];
        }
        for (int k = 0; k < PINS.length; k++) {
            x[pinsAt + k] = mask.centreX() + PINS[k][0] * mask.halfWidth();
            y[pinsAt + k] = mask.centreY() - PINS[k][1] * mask.up();
        }
        return new double[][] {x, y};
    }

    /** From each place to where it comes from in the source; the pins stay. */
    private static void shift(
            StabilisedFace plate, StabilisedFace source, LipShape lips, double[] shiftX, double[] shiftY) {
        MouthMask mask = MouthMask.of(plate, source);
        float[] plateJaw = plate.jaw();
        float[] sourceJaw = source.jaw();
        int jaw = plateJaw.length / 2;
        float[] wanted = lips.vector();
        float[] had = source.lips().vector();
        double moveX = lips.centreX() - source.lips().centreX();
        double moveY = lips.centreY() - source.lips().centreY();
        for (int i = 0; i < jaw; i++) {
            double m = mask.at(sourceJaw[i], sourceJaw[jaw + i]);
            double keep = Math.clamp((m - 0.7) / 0.3, 0, 1);
            keep = keep * keep * (3 - 2 * keep);
            // What is kept moves along with the mouth.
            shiftX[i] = (1 - keep) * (sourceJaw[i] - plateJaw[i]) - keep * moveX;
            shiftY[i] = (1 - keep) * (sourceJaw[jaw + i] - plateJaw[jaw + i]) - keep * moveY;
        }
        for (int k = 0; k < 2 * LipShape.RING; k++) {
            int at = ring(k);
            double bendX = wanted[at] - had[at] - moveX;
            double bendY = wanted[at + LipShape.RING] - had[at + LipShape.RING] - moveY;
            double less = Math.min(1, MOST_BEND / Math.max(1e-9, Math.hypot(bendX, bendY)));
            shiftX[jaw + k] = -moveX - less * bendX;
            shiftY[jaw + k] = -moveY - less * bendY;
        }
    }

    /** Of the vector of lips: outer x, outer y, inner x, inner y. */
    private static int ring(int k) {
        return k < LipShape.RING ? k : LipShape.RING + k;
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
