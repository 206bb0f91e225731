package studio.selfsame.watermark;

/**
 * The cells of the sound mark: bands of 62.5 Hz between 312 Hz and 7 kHz by slots of 64 ms, whatever the sampling rate of
 * the sound; the arithmetic is done at 16 kHz. Forty slots are a block that can be read alone, four blocks with different
 * patterns make a cycle of 10.24 s.
 */
final class SoundRaster {
    static final int RATE_HZ = 16_000;
    static final int FRAME = 512;
    /** Step between the frames that the embedder changes. */
    static final int HOP = FRAME / 2;
    static final int SLOT = 4 * HOP;
    static final int BINS_PER_BAND = 2;
    static final int FIRST_BIN = 10;
    static final int BANDS = 107;
    static final int BLOCK_SLOTS = 40;
    static final int BLOCKS = 4;
    static final int CYCLE_SLOTS = BLOCKS * BLOCK_SLOTS;
    /** Most by which a magnitude is raised or lowered: 0.17 is about 1.4 dB. */
    static final float MOST_CHANGE = 0.17f;
    /** Energy relative to the frame's mean band at which the change has fallen by 3 dB. */
    private static final float KNEE = 0.045f;

    private SoundRaster() {}

    /**
     * By which share a band of a frame may be changed. Weak bands, which louder ones mask, take the full change; in strong
     * ones its energy stays at a fixed distance under the frame's mean, which bounds the noise of every single frame:
     * SNR ≥ −10·lg(0.17² · 0.045) = 28.9 dB.
     *
     * @param energy of the band
     * @param meanEnergy of all bands in the frame, same unit
     */
    static float change(float energy, float meanEnergy) {
        return meanEnergy == 0 ? 0 : (float) (MOST_CHANGE / Math.sqrt(1 + energy / (KNEE * meanEnergy)));
    }
}
