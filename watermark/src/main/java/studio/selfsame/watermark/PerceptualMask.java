package studio.selfsame.watermark;

/**
 * How strong the mark may be at each fine chip: somewhat more where texture hides it, and more in the dark
 * (after Chou and Li, "A perceptually tuned subband image coder", IEEE Trans. CSVT 5, 1995). Not in proportion
 * to the texture: codecs keep smooth areas best, so there the mark outlives strong compression at the least power.
 */
final class PerceptualMask {
    private static final float MOST = 1.3f;
    private static final float PER_ACTIVITY = 0.22f;

    private final ChipLattice lattice;
    private final int rows;
    private final int columns;
    private final int[] left;
    private final int[] top;
    private final int reachPx;
    private final int stridePx;
    private final float[] strength;

    PerceptualMask(ChipLattice lattice) {
        this.lattice = lattice;
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.reachPx = Math.max(1, (int) Math.round(lattice.chipPx() / 5));
        this.stridePx = Math.max(1, (int) (lattice.chipPx() / 4));
        this.left = new int[columns + 1];
        this.top = new int[rows + 1];
        for (int column = 0; column <= columns; column++) {
            left[column] = inside(lattice.left(column), lattice.widthPx());
        }
        for (int row = 0; row <= rows; row++) {
            top[row] = inside(lattice.top(row), lattice.heightPx());
        }
        this.strength = new float[lattice.cells()];
    }

    private int inside(double edge, int sidePx) {
        return (int) Math.clamp(Math.round(edge), reachPx, sidePx - reachPx - 1L);
    }

    /** Strength per chip in luma levels before any overall gain; the array is reused by the next call. */
    float[] of(byte[] luma) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                strength[row * columns + column] = chip(luma, row, column);
            }
        }
        return strength;
    }

    private float chip(byte[] luma, int row, int column) {
        int width = lattice.widthPx();
        int bottom = Math.max(top[row + 1], top[row] + 1);
        int right = Math.max(left[column + 1], left[column] + 1);
        int count = 0;
        int level = 0;
        int activity = 0;
        for (int y = top[row]; y < bottom; y += stridePx) {
            for (int x = left[column]; x < right; x += stridePx) {
                int at = y * width + x;
                int twice = 2 * (luma[at] & 0xff);
                int across = (luma[at - reachPx] & 0xff) + (luma[at + reachPx] & 0xff);
                int down = (luma[at - reachPx * width] & 0xff) + (luma[at + reachPx * width] & 0xff);
                activity += Math.abs(twice - across) + Math.abs(twice - down);
                level += twice;
                count++;
            }
        }
        float dark = Math.max(0, 1 - level / (2f * count) / 127f);
        float texture = Math.max(0, activity / (float) count - 1);
        return Math.min(1 + PER_ACTIVITY * texture, MOST) * (1 + 0.4f * dark * dark);
    }
}
