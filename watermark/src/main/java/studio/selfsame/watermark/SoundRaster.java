package studio.selfsame.watermark;

/**
 * The cells of the sound mark: bands of 94 Hz between 312 Hz and 7 kHz by slots of 48 ms, whatever the sampling rate of
 * the sound; the arithmetic is done at 16 kHz. One cell in nine is a pilot cell, whose pattern repeats after 12.3 s; the
 * others carry the message, every quarter of a second the whole of it, in a pattern that repeats after 49 s.
 */
final class SoundRaster {
    static final int RATE_HZ = 16_000;
    static final int FRAME = 512;
    /** Step between the frames that the embedder changes. */
    static final int HOP = FRAME / 2;

    static final int SLOT = 3 * HOP;
    static final int BINS_PER_BAND = 3;
    static final int FIRST_BIN = 10;
    static final int BANDS = 71;
    static final int PILOT_SLOTS = 256;
    static final int PILOT_CYCLES = 4;
    static final int CYCLE_SLOTS = PILOT_CYCLES * PILOT_SLOTS;

    private SoundRaster() {}
}
