package studio.selfsame.watermark;

/** Mean luma in the cells of a coarse grid over the whole frame, whatever its size. */
final class GridSampler {
    static final int SIDE = 6;
    static final int CELLS = SIDE * SIDE;
    /** Rows looked at in tall frames: more would only cost time. */
    private static final int ROWS_WANTED = 360;

    private final int width;
    private final int height;
    private final int step;

    GridSampler(PictureFormat format) {
        this.width = format.widthPx();
        this.height = format.heightPx();
        this.step = Math.max(1, height / ROWS_WANTED);
    }

    /** The means of a plane's cells, row by row, in 8-bit levels. */
    float[] sample(byte[] luma) {
        float[] means = new float[CELLS];
        for (int row = 0; row < SIDE; row++) {
            int top = row * height / SIDE;
            int bottom = (row + 1) * height / SIDE;
            for (int column = 0; column < SIDE; column++) {
                int left = column * width / SIDE;
                int right = (column + 1) * width / SIDE;
                long sum = 0;
                int lines = 0;
                for (int y = top; y < bottom; y += step) {
                    sum += LineSums.of(luma, y * width + left, y * width + right);
                    lines++;
                }
                means[row * SIDE + column] = (float) ((double) sum / lines / (right - left));
            }
        }
        return means;
    }
}
