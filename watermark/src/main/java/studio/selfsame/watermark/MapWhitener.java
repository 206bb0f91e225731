package studio.selfsame.watermark;

/**
 * Replaces each point of a map by what its neighbours, one and two cells away in time and frequency, do not predict of it:
 * the error of the best <em>two-sided</em> linear prediction. The optimum detector of a known weak pattern s in Gaussian
 * noise of covariance C is sᵀC⁻¹y, and for a stationary field C⁻¹y is that error divided by its variance (J. Besag, "Spatial
 * interaction", J. R. Stat. Soc. B 36, 1974). The weak random pattern itself does not help the prediction, so it passes.
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

    /** Sums of products, column by column first: such loops become vector instructions. */
    private double study(float[] padded, double[][] normal, double[] right) {
        int studied = Math.max(0, Math.ceilDiv(columns - 2 * marginColumns, studyColumns));
        float[][] values = new float[PAIRS + 1][studied];
        float[][][] products = new float[PAIRS + 1][PAIRS + 1][studied];
        for (int row = 0; row < rows; row += studyRows) {
            int from = inPadded(row) + marginColumns;
            for (int i = 0; i <= PAIRS; i++) {
                int offset = i < PAIRS ? offsets[i] : 0;
                for (int column = 0; column < studied; column++) {
                    int at = from + column * studyColumns;
                    values[i][column] = i < PAIRS ? padded[at + offset] + padded[at - offset] : padded[at];
                }
                for (int j = 0; j <= i; j++) {
                    addProduct(values[i], values[j], products[i][j]);
                }
            }
        }
        for (int i = 0; i < PAIRS; i++) {
            right[i] = sum(products[PAIRS][i]);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = sum(products[i][j]);
            }
        }
        return sum(products[PAIRS][PAIRS]);
    }

    private static void addProduct(float[] a, float[] b, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i] * b[i];
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
