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

    /** About how many points in a cell the coefficients are estimated from. */
    private static final int STUDIED = 2;

    private final int rows;
    private final int columns;
    private final int marginRows;
    private final int marginColumns;
    private final int studyRows;
    private final int studyColumns;
    private final int stride;
    private final int[] offsets = new int[PAIRS];

    MapWhitener(int rows, int columns, int perSlot, int perBand) {
        this.rows = rows;
        this.columns = columns;
        this.marginRows = REACH * perSlot;
        this.marginColumns = REACH * perBand;
        this.studyRows = Math.max(1, perSlot / STUDIED);
        this.studyColumns = perBand;
        this.stride = columns + 2 * marginColumns;
        int pair = 0;
        for (int down = 0; down <= REACH; down++) {
            for (int across = down == 0 ? 1 : -REACH; across <= REACH; across++) {
                offsets[pair++] = down * perSlot * stride + across * perBand;
            }
        }
    }

    /** Whitens in place; beyond the edges the map counts as zero, its mean. */
    void whiten(float[] map) {
        float[] padded = new float[(rows + 2 * marginRows) * stride];
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
        return (row + marginRows) * stride + marginColumns;
    }

    private double study(float[] padded, double[][] normal, double[] right) {
        double power = 0;
        double[] sums = new double[PAIRS];
        for (int row = 0; row < rows; row += studyRows) {
            for (int column = marginColumns; column < columns - marginColumns; column += studyColumns) {
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
