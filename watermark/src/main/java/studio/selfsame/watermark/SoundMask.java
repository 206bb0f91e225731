package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * How much the bands of a frame may be changed. Weak bands, which louder ones mask, take the full change; in bands above a
 * knee the change falls with the power 3/4 of their energy. The knee is set so that the energy added to a frame is 1/{@value
 * #SIGNAL_TO_MARK} of the frame's, 27.5 dB down (a decibel or two less once the overlapping frames are summed).
 */
final class SoundMask {
    /** Most by which a magnitude is raised or lowered: 0.25 is about 2 dB, at a strength of 1. */
    private static final float MOST_CHANGE = 0.25f;

    private static final int SIGNAL_TO_MARK = 560;
    private static final int BISECTIONS = 12;

    private SoundMask() {}

    /**
     * Shares by which the magnitudes may change, 0..0.25.
     *
     * @param energy per band
     * @param change receives {@link SoundRaster#BANDS} shares
     */
    static void of(float[] energy, float[] change) {
        float sum = 0;
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            sum += energy[band];
        }
        Arrays.fill(change, 1);
        scale(energy, sum, change);
    }

    /**
     * Makes relative strengths shares.
     *
     * @param energy per band
     * @param sum of all the energy, that outside the bands as well
     * @param strength relative, of either sign; receives the shares
     */
    static void scale(float[] energy, float sum, float[] strength) {
        float knee = knee(energy, sum, strength);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            strength[band] *= sum == 0 ? 0 : MOST_CHANGE * share(energy[band] / knee);
        }
    }

    /** (1 + x) to the power of −3/4. */
    private static float share(float x) {
        float root = (float) Math.sqrt(1 + x);
        return 1 / (root * (float) Math.sqrt(root));
    }

    private static float knee(float[] energy, float sum, float[] strength) {
        float low = 1e-4f * sum / SoundRaster.BANDS;
        float high = 1e4f * sum / SoundRaster.BANDS;
        for (int i = 0; i < BISECTIONS; i++) {
            float middle = (float) Math.sqrt((double) low * high);
            float added = 0;
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                float e = strength[band] * strength[band] * energy[band];
                float share = share(energy[band] / middle);
                added += MOST_CHANGE * MOST_CHANGE * e * share * share;
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
