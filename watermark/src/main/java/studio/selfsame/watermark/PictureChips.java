package studio.selfsame.watermark;

import javax.crypto.Mac;

/**
 * The keyed chips of one pattern at both scales: for every chip which coded symbol it carries and with which sign. No two
 * places and no two patterns share anything, so there is nothing to average over without the key.
 */
final class PictureChips {
    /** The pattern that never changes; the others are numbered by {@link PictureTimeline}. */
    static final int CONSTANT = -1;
    /** Amplitude of a fine chip relative to the layer's; with the coarse ones the power is 1. */
    static final float FINE = (float) Math.sqrt(0.3);

    static final float COARSE = (float) Math.sqrt(0.7);
    /** Heights of the coarse pulse at the fine chips inside and around it, a quarter of a coarse chip off centre. */
    private static final float[] SPREAD = {
        (float) ChipPulse.at(1.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(0.25),
        (float) ChipPulse.at(0.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(1.75)
    };

    private final int rows;
    private final int columns;
    private final short[] fine;
    private final short[] coarse;

    PictureChips(WatermarkKey key, ChipLattice lattice, int pattern) {
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        Mac mac = WatermarkKey.hmac(key.derive("picture/chips"));
        this.fine = draw(mac, 1, pattern, rows, columns, lattice.landscape());
        this.coarse = draw(mac, 2, pattern, rows / 2, columns / 2, lattice.landscape());
    }

    /** Entries are symbol + 1, negated for a negative sign. One stream per line across the longer side. */
    private static short[] draw(Mac mac, int scale, int pattern, int rows, int columns, boolean landscape) {
        int lines = landscape ? columns : rows;
        int length = landscape ? rows : columns;
        short[] chips = new short[rows * columns];
        for (int line = 0; line < lines; line++) {
            KeyStream stream = new KeyStream(mac, scale, pattern, line - lines / 2);
            for (int i = 0; i < length; i++) {
                int draw = stream.next16();
                int symbol = (draw >> 1) % PayloadCode.SYMBOLS + 1;
                chips[landscape ? i * columns + line : line * columns + i] =
                        (short) ((draw & 1) == 0 ? symbol : -symbol);
            }
        }
        return chips;
    }

    /** The pattern with its symbols in, as heights at the fine chips (rows × columns, power about 1). */
    float[] modulate(byte[] symbols) {
        float[] field = new float[rows * columns];
        for (int i = 0; i < fine.length; i++) {
            field[i] = FINE * value(fine[i], symbols);
        }
        for (int row = 0; row < rows / 2; row++) {
            for (int column = 0; column < columns / 2; column++) {
                float height = COARSE * value(coarse[row * (columns / 2) + column], symbols);
                spread(field, row, column, height);
            }
        }
        return field;
    }

    private static int value(short chip, byte[] symbols) {
        return chip > 0 ? symbols[chip - 1] : -symbols[-chip - 1];
    }

    private void spread(float[] field, int coarseRow, int coarseColumn, float height) {
        for (int i = 0; i < SPREAD.length; i++) {
            int row = 2 * coarseRow - 3 + i;
            for (int j = 0; j < SPREAD.length && row >= 0 && row < rows; j++) {
                int column = 2 * coarseColumn - 3 + j;
                if (column >= 0 && column < columns) {
                    field[row * columns + column] += height * SPREAD[i] * SPREAD[j];
                }
            }
        }
    }

    /** What coarse chips see of a field on the fine ones: the adjoint of the spreading in {@link #modulate}. */
    static float[] gatherCoarse(float[] field, int rows, int columns) {
        float[] across = new float[rows * columns / 2];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns / 2; column++) {
                float sum = 0;
                for (int j = 0; j < SPREAD.length; j++) {
                    int from = 2 * column - 3 + j;
                    sum += from >= 0 && from < columns ? SPREAD[j] * field[row * columns + from] : 0;
                }
                across[row * (columns / 2) + column] = sum;
            }
        }
        float[] both = new float[rows / 2 * (columns / 2)];
        for (int row = 0; row < rows / 2; row++) {
            for (int j = 0; j < SPREAD.length; j++) {
                int from = 2 * row - 3 + j;
                for (int column = 0; column < columns / 2 && from >= 0 && from < rows; column++) {
                    both[row * (columns / 2) + column] += SPREAD[j] * across[from * (columns / 2) + column];
                }
            }
        }
        return both;
    }

    /** Adds to the soft symbols what whitened fields say about them; {@code weight} carries the sign of the epoch. */
    void despread(float[] fineField, float[] coarseField, float weight, float[] soft) {
        add(fine, fineField, weight * FINE, soft);
        add(coarse, coarseField, weight * COARSE, soft);
    }

    private static void add(short[] chips, float[] field, float weight, float[] soft) {
        for (int i = 0; i < chips.length; i++) {
            int chip = chips[i];
            if (chip > 0) {
                soft[chip - 1] += weight * field[i];
            } else {
                soft[-chip - 1] -= weight * field[i];
            }
        }
    }
}
