package studio.selfsame.watermark;

/**
 * How strongly each cell is to be marked, given what the sound itself happens to say: a symbol that the sound already
 * speaks for needs little, one that it speaks against much (after I. J. Cox, M. L. Miller and A. L. McKellips, "Watermarking
 * as communications with side information", Proc. IEEE 87, 1999). All symbols are to stand equally well at any time.
 */
final class SoundStrength {
    private static final float LEAST = 0.4f;
    private static final float MOST = 1.8f;
    /** Cells over which a symbol makes good what it lacks. */
    private static final float PATIENCE = 3;
    /** What of a change reaches the detector's evidence, frames and bins being smeared. */
    private static final float GAIN = 0.6f;
    /** What remains of the past after each slot; half is forgotten after two seconds. */
    private static final float MEMORY = 0.983f;

    /** The pilots count as so many symbols more: as many as makes them come as often as the others. */
    private static final int PILOT_GROUPS = PayloadCode.SYMBOLS / (SoundChips.BANDS_PER_PILOT - 1);

    private final SoundChips chips;
    private final byte[] symbols;
    private final float[] standing = new float[PayloadCode.SYMBOLS + PILOT_GROUPS];

    SoundStrength(SoundChips chips, byte[] symbols) {
        this.chips = chips;
        this.symbols = symbols;
    }

    /**
     * Strengths for one slot, in sequence.
     *
     * @param evidence of the unmarked sound per band
     * @param variance of the deviations behind it
     * @param change that the mask permits
     * @param strength receives factors for these changes, negative where the cell is to become quieter
     */
    void decide(long slot, float[] evidence, float[] variance, float[] change, float[] strength) {
        float mean = 0;
        for (int symbol = 0; symbol < standing.length; symbol++) {
            standing[symbol] *= MEMORY;
            mean += standing[symbol] / standing.length;
        }
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            int direction = chips.direction(slot, band, symbols);
            int symbol = chips.symbol(slot, band);
            if (symbol < 0) {
                symbol = PayloadCode.SYMBOLS
                        + (int) ((slot * SoundChips.PILOTS_PER_SLOT + band / SoundChips.BANDS_PER_PILOT)
                                % PILOT_GROUPS);
            }
            float weight = (float) Math.sqrt(change[band]);
            float own = direction * evidence[band] * weight;
            float effect = GAIN * change[band] / variance[band] * weight;
            float lack = mean - standing[symbol] - own;
            float by = effect > 0 ? Math.clamp(1 + lack / (PATIENCE * effect), LEAST, MOST) : 1;
            standing[symbol] += own + by * effect;
            strength[band] = direction * by;
        }
    }

    /** Nothing is known about the sound: the same strength everywhere. */
    void even(long slot, float[] strength) {
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            strength[band] = chips.direction(slot, band, symbols);
        }
    }
}
