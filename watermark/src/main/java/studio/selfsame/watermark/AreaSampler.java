package studio.selfsame.watermark;

import java.util.Arrays;

/** Reads a luma plane at two samples per fine chip, each the exact mean over its area. */
final class AreaSampler {
    private static final int ONE = 1 << 16;
    private static final double ROUNDING = 1e-6;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final double[] left;
    private final double[] top;
    private final int firstColumn;
    private final int lastColumn;
    private final int firstRow;
    private final int lastRow;
    private final LineSums whole;
    private final long[] line;
    private final long[] running;
    private final int[] edge;
    private final double[] beyond;

    AreaSampler(ChipLattice lattice) {
        this.width = lattice.widthPx();
        this.height = lattice.heightPx();
        this.columns = 2 * lattice.columns();
        this.rows = 2 * lattice.rows();
        this.left = new double[columns + 1];
        this.top = new double[rows + 1];
        for (int column = 0; column <= columns; column++) {
            left[column] = lattice.left(column / 2.0);
        }
        for (int row = 0; row <= rows; row++) {
            top[row] = lattice.top(row / 2.0);
        }
        this.firstColumn = firstInside(left);
        this.lastColumn = columns - 1 - firstColumn;
        this.firstRow = firstInside(top);
        this.lastRow = rows - 1 - firstRow;
        this.whole = new LineSums(width);
        this.line = new long[width + 1];
        this.running = new long[width + 1];
        this.edge = new int[columns + 1];
        this.beyond = new double[columns + 1];
        for (int column = 0; column <= columns; column++) {
            double inside = Math.clamp(left[column], 0.0, width);
            edge[column] = (int) inside;
            beyond[column] = inside - edge[column];
        }
    }

    /** First sample that lies in the frame with its whole area, rounding aside; the last is its mirror image. */
    private static int firstInside(double[] edges) {
        int first = 0;
        while (edges[first] < -ROUNDING) {
            first++;
        }
        return first;
    }

    /** Fills {@code samples} (rows × columns); those outside the frame repeat the nearest inside. */
    void sample(byte[] luma, float[] samples) {
        double share = 1 / (ONE * (left[1] - left[0]) * (top[1] - top[0]));
        for (int row = firstRow; row <= lastRow; row++) {
            readLines(luma, top[row], top[row + 1]);
            long sum = 0;
            for (int x = 0; x < width; x++) {
                sum += line[x];
                running[x + 1] = sum;
            }
            double before = upTo(firstColumn);
            for (int column = firstColumn; column <= lastColumn; column++) {
                double after = upTo(column + 1);
                samples[row * columns + column] = (float) ((after - before) * share);
                before = after;
            }
        }
        extend(samples);
    }

    /** Sums the lines between two heights up, {@value #ONE} for a whole one. */
    private void readLines(byte[] luma, double from, double to) {
        int first = (int) Math.ceil(from - ROUNDING);
        int last = (int) Math.floor(to + ROUNDING);
        whole.clear();
        for (int y = first; y < last; y++) {
            whole.add(luma, y * width);
        }
        whole.write(line, ONE);
        addPart(luma, first - 1, Math.min(first, to) - from);
        if (last >= first) {
            addPart(luma, last, to - last);
        }
    }

    private void addPart(byte[] luma, int y, double part) {
        if (part > ROUNDING) {
            long weight = Math.round(part * ONE);
            int from = y * width;
            for (int x = 0; x < width; x++) {
                line[x] += weight * (luma[from + x] & 0xff);
            }
        }
    }

    private double upTo(int column) {
        return running[edge[column]] + beyond[column] * line[edge[column]];
    }

    private void extend(float[] samples) {
        for (int row = firstRow; row <= lastRow; row++) {
            int from = row * columns;
            Arrays.fill(samples, from, from + firstColumn, samples[from + firstColumn]);
            Arrays.fill(samples, from + lastColumn + 1, from + columns, samples[from + lastColumn]);
        }
        for (int row = 0; row < rows; row++) {
            int nearest = Math.clamp(row, firstRow, lastRow);
            if (nearest != row) {
                System.arraycopy(samples, nearest * columns, samples, row * columns, columns);
            }
        }
    }

    /** Zeroes the samples outside the frame. */
    void blankOutside(float[] samples) {
        for (int row = 0; row < rows; row++) {
            if (row < firstRow || row > lastRow) {
                Arrays.fill(samples, row * columns, (row + 1) * columns, 0);
            } else {
                Arrays.fill(samples, row * columns, row * columns + firstColumn, 0);
                Arrays.fill(samples, row * columns + lastColumn + 1, (row + 1) * columns, 0);
            }
        }
    }
}
