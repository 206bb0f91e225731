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
    private final int[] line;

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
        this.line = new int[width];
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
        stretch(field);
        for (int y = 0; y < height; y++) {
            read(luma, y * width);
            blendRows(y, 1);
            write(luma, y * width);
        }
    }

    /** The same for samples of more bits, whose levels are {@code scale} times as fine. */
    void add(float[] field, short[] luma, int scale) {
        stretch(field);
        for (int y = 0; y < height; y++) {
            read(luma, y * width);
            blendRows(y, scale);
            write(luma, y * width);
        }
    }

    private void stretch(float[] field) {
        for (int row = 0; row < rows; row++) {
            stretch(field, row * columns, row * width);
        }
    }

    private void stretch(float[] field, int from, int to) {
        for (int x = 0; x < width; ) {
            int first = firstColumn[x];
            float a = field[from + first];
            float b = field[from + first + 1];
            float c = field[from + first + 2];
            float d = field[from + first + 3];
            for (; x < width && firstColumn[x] == first; x++) {
                int tap = ChipPulse.TAPS * x;
                stretched[to + x] = columnWeights[tap] * a
                        + columnWeights[tap + 1] * b
                        + columnWeights[tap + 2] * c
                        + columnWeights[tap + 3] * d;
            }
        }
    }

    // What follows is cut into loops over one kind of number each, because only those are compiled to vector
    // instructions.

    private void read(byte[] luma, int from) {
        for (int x = 0; x < width; x++) {
            line[x] = luma[from + x] & 0xff;
        }
    }

    private void read(short[] luma, int from) {
        for (int x = 0; x < width; x++) {
            line[x] = luma[from + x] & 0xffff;
        }
    }

    private void blendRows(int y, int scale) {
        int a = firstRow[y] * width;
        int b = a + width;
        int c = b + width;
        int d = c + width;
        int tap = ChipPulse.TAPS * y;
        float wa = scale * rowWeights[tap];
        float wb = scale * rowWeights[tap + 1];
        float wc = scale * rowWeights[tap + 2];
        float wd = scale * rowWeights[tap + 3];
        int black = BLACK * scale;
        int white = WHITE * scale;
        for (int x = 0; x < width; x++) {
            int before = line[x];
            float after = before
                    + (wa * stretched[a + x] + wb * stretched[b + x] + wc * stretched[c + x] + wd * stretched[d + x]);
            // Whole limits may as well be kept after rounding, which integers are quicker at.
            int rounded = (int) (after + 0.5f);
            line[x] = Math.max(Math.min(before, black), Math.min(Math.max(before, white), rounded));
        }
    }

    private void write(byte[] luma, int from) {
        for (int x = 0; x < width; x++) {
            luma[from + x] = (byte) line[x];
        }
    }

    private void write(short[] luma, int from) {
        for (int x = 0; x < width; x++) {
            luma[from + x] = (short) line[x];
        }
    }
}
