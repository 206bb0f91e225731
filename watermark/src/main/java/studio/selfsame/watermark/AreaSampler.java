package studio.selfsame.watermark;

import java.util.Arrays;

/** Reads a luma plane at two samples per fine chip, each the exact mean over its area. */
final class AreaSampler {
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
    private final int[] running;
    private final float[] line;

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
        this.running = new int[width + 1];
        this.line = new float[columns];
    }

    /** First sample that lies in the frame with its whole area, rounding aside; the last is its mirror image. */
    private static int firstInside(double[] edges) {
        int first = 0;
        while (edges[first] < -1e-6) {
            first++;
        }
        return first;
    }

    /** Fills {@code samples} (rows × columns); those outside the frame repeat the nearest inside. */
    void sample(byte[] luma, float[] samples) {
        Arrays.fill(samples, 0);
        for (int y = 0; y < height; y++) {
            readLine(luma, y);
            int row = Math.max(firstRow, (int) ((y - top[0]) / (top[1] - top[0])) - 1);
            for (; row <= lastRow && top[row] < y + 1; row++) {
                float share = (float) ((Math.min(y + 1, top[row + 1]) - Math.max(y, top[row])) / (top[1] - top[0]));
                if (share > 0) {
                    for (int column = firstColumn; column <= lastColumn; column++) {
                        samples[row * columns + column] += share * line[column];
                    }
                }
            }
        }
        extend(samples);
    }

    private void readLine(byte[] luma, int y) {
        int from = y * width;
        int sum = 0;
        for (int x = 0; x < width; x++) {
            sum += luma[from + x] & 0xff;
            running[x + 1] = sum;
        }
        float share = (float) (1 / (left[1] - left[0]));
        double before = upTo(left[firstColumn]);
        for (int column = firstColumn; column <= lastColumn; column++) {
            double after = upTo(left[column + 1]);
            line[column] = (float) (after - before) * share;
            before = after;
        }
    }

    private double upTo(double x) {
        double inside = Math.clamp(x, 0.0, width);
        int whole = Math.min((int) inside, width - 1);
        return running[whole] + (inside - whole) * (running[whole + 1] - running[whole]);
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
