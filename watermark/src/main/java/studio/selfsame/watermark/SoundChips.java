package studio.selfsame.watermark;

import javax.crypto.Mac;

/**
 * The keyed chips of the sound mark: which symbol each cell of the cycle carries and with which sign. Every block spreads
 * all symbols evenly, each in its own way.
 */
final class SoundChips {
    private final short[] chips = new short[SoundRaster.CYCLE_SLOTS * SoundRaster.BANDS];

    SoundChips(WatermarkKey key) {
        Mac mac = WatermarkKey.hmac(key.derive("sound/chips"));
        int length = SoundRaster.BLOCK_SLOTS * SoundRaster.BANDS;
        for (int block = 0; block < SoundRaster.BLOCKS; block++) {
            KeyStream stream = new KeyStream(mac, block);
            for (int i = 0; i < length; i++) {
                int symbol = i % PayloadCode.SYMBOLS + 1;
                chips[block * length + i] = (short) (stream.next16() < 0x8000 ? symbol : -symbol);
            }
            shuffle(chips, block * length, length, stream);
        }
    }

    /** Fisher and Yates's shuffle (Durstenfeld, CACM 7, 1964). */
    private static void shuffle(short[] chips, int from, int length, KeyStream stream) {
        for (int i = length - 1; i > 0; i--) {
            int j = (int) (((long) stream.next16() << 16 | stream.next16()) % (i + 1));
            short swap = chips[from + i];
            chips[from + i] = chips[from + j];
            chips[from + j] = swap;
        }
    }

    /** Direction of the change in a cell: −1 or +1. */
    int direction(long slot, int band, byte[] symbols) {
        int chip = chips[(int) (slot % SoundRaster.CYCLE_SLOTS) * SoundRaster.BANDS + band];
        return chip > 0 ? symbols[chip - 1] : -symbols[-chip - 1];
    }

    /**
     * Soft symbols from a whole cycle of evidence.
     *
     * @param cells slots × bands
     * @param shift how many slots the material's clock is behind that of the mark
     */
    float[] despread(float[] cells, int shift) {
        float[] soft = new float[PayloadCode.SYMBOLS];
        int offset = shift * SoundRaster.BANDS;
        for (int i = 0; i < cells.length; i++) {
            int at = i + offset;
            int chip = chips[at < chips.length ? at : at - chips.length];
            if (chip > 0) {
                soft[chip - 1] += cells[i];
            } else {
                soft[-chip - 1] -= cells[i];
            }
        }
        return soft;
    }
}
