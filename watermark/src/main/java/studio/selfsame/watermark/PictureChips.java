package studio.selfsame.watermark;

/**
 * The keyed chips of one payload pattern at both scales: for every chip which coded symbol it carries and with which sign.
 * No two places and no two patterns share anything, so there is nothing to average over without the key.
 */
final class PictureChips {
    /** The pattern that never changes; the others are numbered by {@link PictureTimeline}. */
    static final int CONSTANT = -1;
    /** Amplitude of a fine chip relative to the layer's; with the coarse ones the power is 1. */
    static final float FINE = (float) Math.sqrt(0.15);

    static final float COARSE = (float) Math.sqrt(0.85);

    private final int rows;
    private final int columns;
    private final short[] fine;
    private final short[] coarse;

    /** The chips of rows × columns fine ones (multiples of four) around the centre. */
    PictureChips(ChipDraw draw, int rows, int columns, int pattern) {
        this.rows = rows;
        this.columns = columns;
        this.fine = draw.draw(ChipDraw.FINE, pattern, rows, columns);
        this.coarse = draw.draw(ChipDraw.COARSE, pattern, rows / 2, columns / 2);
    }

    /** The pattern with its symbols in, as heights at the fine chips (rows × columns, power about 1). */
    float[] modulate(byte[] symbols) {
        float[] field = new float[fine.length];
        for (int i = 0; i < fine.length; i++) {
            field[i] = FINE * value(fine[i], symbols);
        }
        float[] heights = new float[coarse.length];
        for (int i = 0; i < coarse.length; i++) {
            heights[i] = COARSE * value(coarse[i], symbols);
        }
        CoarseChips.spread(heights, field, rows, columns);
        return field;
    }

    private static int value(short chip, byte[] symbols) {
        return chip > 0 ? symbols[chip - 1] : -symbols[-chip - 1];
    }

    /** Adds to the soft symbols what the fine and the coarse chips of a whitened field say about them. */
    void despread(float[] field, float[] coarseField, float weight, float[] fineSoft, float[] coarseSoft) {
        add(fine, field, weight * FINE, fineSoft);
        add(coarse, coarseField, weight * COARSE, coarseSoft);
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
