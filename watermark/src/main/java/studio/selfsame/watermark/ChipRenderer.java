package studio.selfsame.watermark;

/** Adds a field of chip heights to a luma plane, each chip with the shape of {@link ChipPulse}. */
final class ChipRenderer {
    private static final int BLACK = 16;
    private static final int WHITE = 235;

    private final int width;
    private final int height;
    private final int rows;
    private final int columns;
    private final int[] firstColumn;
    private final float[] columnWeights;
    private final int[] firstRow;
    private final float[] rowWeights;
    private final float[] stretched;
    private final float[] line;

    ChipRenderer(ChipLattice lattice) {
        this.width = lattice.widthPx();
        this.height = lattice.heightPx();
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.firstColumn = new int[width];
        this.columnWeights = taps(firstColumn, columns, lattice.chipPx());
        this.firstRow = new int[height];
        this.rowWeights = taps(firstRow, rows, lattice.chipPx());
        this.stretched = new float[rows * width];
        this.line = new float[width];
    }

    private static float[] taps(int[] first, int chips, double chipPx) {
        float[] weights = new float[ChipPulse.TAPS * first.length];
        for (int pixel = 0; pixel < first.length; pixel++) {
            double place = (pixel + 0.5 - first.length / 2.0) / chipPx + chips / 2.0 - 0.5;
            first[pixel] = (int) Math.floor(place) - 1;
            for (int tap = 0; tap < ChipPulse.TAPS; tap++) {
                weights[ChipPulse.TAPS * pixel + tap] = (float) ChipPulse.at(place - first[pixel] - tap);
            }
        }
        return weights;
    }

    /** Adds in place; stays within 16..235 except where the picture itself did not. */
    void add(float[] field, byte[] luma) {
        for (int row = 0; row < rows; row++) {
            stretch(field, row * columns, row * width);
        }
        for (int y = 0; y < height; y++) {
            blendRows(y);
            addLine(luma, y * width);
        }
    }

    private void stretch(float[] field, int from, int to) {
        for (int x = 0; x < width; x++) {
            int at = from + firstColumn[x];
            int tap = ChipPulse.TAPS * x;
            stretched[to + x] = columnWeights[tap] * field[at]
                    + columnWeights[tap + 1] * field[at + 1]
                    + columnWeights[tap + 2] * field[at + 2]
                    + columnWeights[tap + 3] * field[at + 3];
        }
    }

    private void blendRows(int y) {
        int a = firstRow[y] * width;
        int b = a + width;
        int c = b + width;
        int d = c + width;
        int tap = ChipPulse.TAPS * y;
        float wa = rowWeights[tap];
        float wb = rowWeights[tap + 1];
        float wc = rowWeights[tap + 2];
        float wd = rowWeights[tap + 3];
        for (int x = 0; x < width; x++) {
            line[x] = wa * stretched[a + x] + wb * stretched[b + x] + wc * stretched[c + x] + wd * stretched[d + x];
        }
    }

    private void addLine(byte[] luma, int from) {
        for (int x = 0; x < width; x++) {
            int before = luma[from + x] & 0xff;
            int after = (int) (before + line[x] + 0.5f);
            luma[from + x] = (byte) Math.max(Math.min(before, BLACK), Math.min(Math.max(before, WHITE), after));
        }
    }
}
