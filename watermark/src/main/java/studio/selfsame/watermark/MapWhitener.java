package studio.selfsame.watermark;

/**
 * Replaces each point of a map by what its neighbours, one and two cells away in time and frequency, do not predict of it:
 * the error of the best two-sided linear prediction. {@link GridWhitener} does the same where cells do not overlap.
 */
final class MapWhitener {
    private static final int REACH = 2;
    private static final int SPAN = 2 * REACH + 1;
    /** The neighbours come in pairs of opposite offsets that share a coefficient. */
    private static final int PAIRS = (SPAN * SPAN - 1) / 2;

    private static final int MARGIN_ROWS = REACH * SoundSpectra.PER_SLOT;
    private static final int MARGIN_COLUMNS = REACH * SoundRaster.BINS_PER_BAND;
    /** Rows and columns between the points that the coefficients are estimated from. */
    private static final int STUDY_ROWS = 5;

    private static final int STUDY_COLUMNS = 4;

    private final int rows;
    private final int columns;
    private final int stride;
    private final int[] offsets = new int[PAIRS];

    MapWhitener(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.stride = columns + 2 * MARGIN_COLUMNS;
        int pair = 0;
        for (int down = 0; down <= REACH; down++) {
            for (int across = down == 0 ? 1 : -REACH; across <= REACH; across++) {
                offsets[pair++] = down * SoundSpectra.PER_SLOT * stride + across * SoundRaster.BINS_PER_BAND;
            }
        }
    }

    /** Whitens in place; beyond the edges the map counts as zero, its mean. */
    void whiten(float[] map) {
        float[] padded = new float[(rows + 2 * MARGIN_ROWS) * stride];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(map, row * columns, padded, inPadded(row), columns);
        }
        double[][] normal = new double[PAIRS][PAIRS];
        double[] right = new double[PAIRS];
        double power = study(padded, normal, right);
        if (power == 0) {
            return;
        }
        double[] coefficients = LeastSquares.solve(normal, right, 1e-3 * power);
        for (int row = 0; row < rows; row++) {
            int to = row * columns;
            int from = inPadded(row);
            for (int pair = 0; pair < PAIRS; pair++) {
                float coefficient = (float) coefficients[pair];
                int offset = offsets[pair];
                for (int column = 0; column < columns; column++) {
                    int at = from + column;
                    map[to + column] -= coefficient * (padded[at + offset] + padded[at - offset]);
                }
            }
        }
    }

    private int inPadded(int row) {
        return (row + MARGIN_ROWS) * stride + MARGIN_COLUMNS;
    }

    private double study(float[] padded, double[][] normal, double[] right) {
        double power = 0;
        double[] sums = new double[PAIRS];
        for (int row = 0; row < rows; row += STUDY_ROWS) {
            for (int column = MARGIN_COLUMNS; column < columns - MARGIN_COLUMNS; column += STUDY_COLUMNS) {
                int at = inPadded(row) + column;
                double centre = padded[at];
                power += centre * centre;
                for (int i = 0; i < PAIRS; i++) {
                    sums[i] = padded[at + offsets[i]] + padded[at - offsets[i]];
                    right[i] += sums[i] * centre;
                    for (int j = 0; j <= i; j++) {
                        normal[i][j] += sums[i] * sums[j];
                    }
                }
            }
        }
        return power;
    }
}
