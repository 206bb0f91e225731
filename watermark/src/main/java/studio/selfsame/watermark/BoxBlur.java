package studio.selfsame.watermark;

import java.util.Arrays;

/** Mean over a rectangular window, cut off at the edges, by running sums. */
final class BoxBlur {
    private final int rows;
    private final int columns;
    private final float[] across;
    private final float[] running;

    BoxBlur(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.across = new float[rows * columns];
        this.running = new float[columns];
    }

    /** The means of {@code in} over {@code reach} cells either way to {@code out}, which may be the same array. */
    void of(float[] in, float[] out, int reach) {
        of(in, out, reach, reach);
    }

    /** The means of the cells at most {@code down} rows and {@code aside} columns away. */
    void of(float[] in, float[] out, int down, int aside) {
        for (int row = 0; row < rows; row++) {
            alongRow(in, row * columns, aside);
        }
        Arrays.fill(running, 0);
        for (int row = 0; row < Math.min(down, rows); row++) {
            addRow(row, 1);
        }
        for (int row = 0; row < rows; row++) {
            addRow(row + down, 1);
            addRow(row - down - 1, -1);
            float share = 1f / (Math.min(rows - 1, row + down) - Math.max(0, row - down) + 1);
            for (int column = 0; column < columns; column++) {
                out[row * columns + column] = share * running[column];
            }
        }
    }

    private void alongRow(float[] in, int from, int aside) {
        float sum = 0;
        for (int column = 0; column < Math.min(aside, columns); column++) {
            sum += in[from + column];
        }
        for (int column = 0; column < columns; column++) {
            sum += column + aside < columns ? in[from + column + aside] : 0;
            sum -= column > aside ? in[from + column - aside - 1] : 0;
            across[from + column] = sum / (Math.min(columns - 1, column + aside) - Math.max(0, column - aside) + 1);
        }
    }

    private void addRow(int row, int sign) {
        if (row < 0 || row >= rows) {
            return;
        }
        for (int column = 0; column < columns; column++) {
            running[column] += sign * across[row * columns + column];
        }
    }
}
