package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * How strong the mark may be at each fine chip: somewhat more where texture hides it, and more in the dark
 * (after Chou and Li, "A perceptually tuned subband image coder", IEEE Trans. CSVT 5, 1995). Not in proportion
 * to the texture: codecs keep smooth areas best, so there the mark outlives strong compression at the least power.
 */
final class PerceptualMask {
    private static final float MOST = 1.3f;
    private static final float PER_ACTIVITY = 0.22f;

    private final int width;
    private final int rows;
    private final int columns;
    private final int[] left;
    private final int[] top;
    private final int reachPx;
    private final int stridePx;
    private final int[][] lines;
    private final int[] held;
    private final int[] before;
    private final int[] after;
    private final int[] level;
    private final int[] activity;
    private final float[] strength;

    PerceptualMask(ChipLattice lattice) {
        this.width = lattice.widthPx();
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.reachPx = Math.max(1, (int) Math.round(lattice.chipPx() / 5));
        this.stridePx = Math.max(1, (int) (lattice.chipPx() / 4));
        this.left = new int[columns + 1];
        this.top = new int[rows + 1];
        for (int column = 0; column <= columns; column++) {
            left[column] = inside(lattice.left(column), width);
        }
        for (int row = 0; row <= rows; row++) {
            top[row] = inside(lattice.top(row), lattice.heightPx());
        }
        this.lines = new int[2 * reachPx + 1][width];
        this.held = new int[lines.length];
        this.before = new int[width];
        this.after = new int[width];
        this.level = new int[width];
        this.activity = new int[width];
        this.strength = new float[lattice.cells()];
    }

    private int inside(double edge, int sidePx) {
        return (int) Math.clamp(Math.round(edge), reachPx, sidePx - reachPx - 1L);
    }

    /** Strength per chip in luma levels before any overall gain; the array is reused by the next call. */
    float[] of(byte[] luma) {
        Arrays.fill(held, -1);
        for (int row = 0; row < rows; row++) {
            int bottom = Math.max(top[row + 1], top[row] + 1);
            Arrays.fill(level, 0);
            Arrays.fill(activity, 0);
            int lines = 0;
            for (int y = top[row]; y < bottom; y += stridePx) {
                add(line(luma, y - reachPx), line(luma, y), line(luma, y + reachPx));
                lines++;
            }
            for (int column = 0; column < columns; column++) {
                strength[row * columns + column] = chip(column, lines);
            }
        }
        return strength;
    }

    // Whole lines, also what lies between the places that are asked about, and everything of a place at one index:
    // such loops are compiled to vector instructions.

    private int[] line(byte[] luma, int y) {
        int slot = y % held.length;
        int[] line = lines[slot];
        if (held[slot] != y) {
            held[slot] = y;
            int from = y * width;
            for (int x = 0; x < width; x++) {
                line[x] = luma[from + x] & 0xff;
            }
        }
        return line;
    }

    private void add(int[] above, int[] line, int[] below) {
        int inside = width - reachPx;
        System.arraycopy(line, 0, before, reachPx, inside);
        System.arraycopy(line, reachPx, after, 0, inside);
        for (int x = 0; x < width; x++) {
            int twice = 2 * line[x];
            level[x] += twice;
            activity[x] += Math.abs(twice - before[x] - after[x]) + Math.abs(twice - above[x] - below[x]);
        }
    }

    private float chip(int column, int lines) {
        int right = Math.max(left[column + 1], left[column] + 1);
        int count = 0;
        int levels = 0;
        int activities = 0;
        for (int x = left[column]; x < right; x += stridePx) {
            levels += level[x];
            activities += activity[x];
            count += lines;
        }
        float dark = Math.max(0, 1 - levels / (2f * count) / 127f);
        float texture = Math.max(0, activities / (float) count - 1);
        return Math.min(1 + PER_ACTIVITY * texture, MOST) * (1 + 0.4f * dark * dark);
    }
}
