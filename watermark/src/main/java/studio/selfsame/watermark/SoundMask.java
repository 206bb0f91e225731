package studio.selfsame.watermark;

/**
 * How much the bands of a frame may be changed. Weak bands, which louder ones mask, take the full change; in bands above a
 * knee the added energy stays level. The knee is set so that the added energy of every single frame is
 * 1/{@value #SIGNAL_TO_MARK} of the frame's, 27 dB down (some 4 dB less once the overlapping frames are summed).
 */
final class SoundMask {
    /** Most by which a magnitude is raised or lowered: 0.17 is about 1.4 dB. */
    private static final float MOST_CHANGE = 0.17f;

    private static final float SIGNAL_TO_MARK = 500;
    private static final int BISECTIONS = 12;

    private SoundMask() {}

    /**
     * Shares by which the magnitudes may change, 0..0.17.
     *
     * @param energy per band, from {@code offset} on
     * @param change receives {@link SoundRaster#BANDS} shares
     */
    static void of(float[] energy, int offset, float[] change) {
        float sum = 0;
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            sum += energy[offset + band];
        }
        float knee = knee(energy, offset, sum);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            change[band] = sum == 0 ? 0 : (float) (MOST_CHANGE / Math.sqrt(1 + energy[offset + band] / knee));
        }
    }

    private static float knee(float[] energy, int offset, float sum) {
        float low = 1e-4f * sum / SoundRaster.BANDS;
        float high = 1e4f * sum / SoundRaster.BANDS;
        for (int i = 0; i < BISECTIONS; i++) {
            float middle = (float) Math.sqrt((double) low * high);
            float added = 0;
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                float e = energy[offset + band];
                added += MOST_CHANGE * MOST_CHANGE * e / (1 + e / middle);
            }
            if (added * SIGNAL_TO_MARK > sum) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.max(low, Float.MIN_NORMAL);
    }
}
