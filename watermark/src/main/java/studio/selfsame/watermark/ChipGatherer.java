package studio.selfsame.watermark;

/**
 * Matches a whitened field to the pulses of the chips under one placement: for every chip the sum of the field's samples
 * times the height that this chip's pulse has there, which is the adjoint of rendering the chips.
 */
final class ChipGatherer {
    /** Places within a chip at which the pulse is tabled. */
    private static final int STEPS = 64;

    private static final float[] PULSE = new float[(STEPS + 1) * ChipPulse.TAPS];

    static {
        for (int step = 0; step <= STEPS; step++) {
            for (int tap = 0; tap < ChipPulse.TAPS; tap++) {
                PULSE[step * ChipPulse.TAPS + tap] = (float) ChipPulse.at((double) step / STEPS + 1 - tap);
            }
        }
    }

    private final int rows;
    private final int columns;
    /** Top left of the sixteen chips that a sample touches; −1 if one of them is off the plane. */
    private final int[] corner;

    private final short[] stepAcross;
    private final short[] stepDown;

    /** Chips of rows × columns around the centre of the plane. */
    ChipGatherer(ChipLattice lattice, Placement placement, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        int down = 2 * lattice.rows();
        int across = 2 * lattice.columns();
        this.corner = new int[down * across];
        this.stepAcross = new short[corner.length];
        this.stepDown = new short[corner.length];
        for (int i = 0; i < corner.length; i++) {
            double x = (i % across + 0.5) / 2 - lattice.columns() / 2.0;
            double y = (i / across + 0.5) / 2 - lattice.rows() / 2.0;
            double column = placement.u(x, y) + columns / 2.0 - 0.5;
            double row = placement.v(x, y) + rows / 2.0 - 0.5;
            int left = (int) Math.floor(column) - 1;
            int top = (int) Math.floor(row) - 1;
            boolean inside = left >= 0
                    && top >= 0
                    && left + ChipPulse.TAPS <= columns
                    && top + ChipPulse.TAPS <= rows
                    && 1 + placement.wx() * x + placement.wy() * y > 0;
            corner[i] = inside ? top * columns + left : -1;
            stepAcross[i] = (short) Math.round(STEPS * (column - left - 1));
            stepDown[i] = (short) Math.round(STEPS * (row - top - 1));
        }
    }

    /** The chips' values (rows × columns) in a field on the received raster. */
    float[] gather(float[] field) {
        float[] chips = new float[rows * columns];
        for (int i = 0; i < corner.length; i++) {
            float value = field[i];
            if (corner[i] < 0 || value == 0) {
                continue;
            }
            int a = ChipPulse.TAPS * stepAcross[i];
            float a0 = PULSE[a];
            float a1 = PULSE[a + 1];
            float a2 = PULSE[a + 2];
            float a3 = PULSE[a + 3];
            int down = ChipPulse.TAPS * stepDown[i];
            int at = corner[i];
            for (int tap = 0; tap < ChipPulse.TAPS; tap++) {
                float height = value * PULSE[down + tap];
                chips[at] += height * a0;
                chips[at + 1] += height * a1;
                chips[at + 2] += height * a2;
                chips[at + 3] += height * a3;
                at += columns;
            }
        }
        return chips;
    }
}
