package studio.selfsame.watermark;

import java.util.Arrays;

/** Mean over a square window, cut off at the edges, by running sums. */
final class BoxBlur {
    private final int rows;
    private final int columns;
    private final int reach;
    private final float[] across;
    private final float[] running;

    BoxBlur(int rows, int columns, int reach) {
        this.rows = rows;
        this.columns = columns;
        this.reach = reach;
        this.across = new float[rows * columns];
        this.running = new float[columns];
    }

    /** The means of {@code in} to {@code out}, which may be the same array. */
    void of(float[] in, float[] out) {
        for (int row = 0; row < rows; row++) {
            alongRow(in, row * columns);
        }
        Arrays.fill(running, 0);
        for (int row = 0; row < Math.min(reach, rows); row++) {
            addRow(row, 1);
        }
        for (int row = 0; row < rows; row++) {
            addRow(row + reach, 1);
            addRow(row - reach - 1, -1);
            float share = 1f / (Math.min(rows - 1, row + reach) - Math.max(0, row - reach) + 1);
            for (int column = 0; column < columns; column++) {
                out[row * columns + column] = share * running[column];
            }
        }
    }

    private void alongRow(float[] in, int from) {
        float sum = 0;
        for (int column = 0; column < Math.min(reach, columns); column++) {
            sum += in[from + column];
        }
        for (int column = 0; column < columns; column++) {
            sum += column + reach < columns ? in[from + column + reach] : 0;
            sum -= column > reach ? in[from + column - reach - 1] : 0;
            across[from + column] = sum / (Math.min(columns - 1, column + reach) - Math.max(0, column - reach) + 1);
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
