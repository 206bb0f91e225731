package studio.selfsame.watermark;

import javax.crypto.Mac;

/**
 * The keyed chips of the sound mark: which cells of the cycle are pilots, which symbol each of the others carries, and with
 * which sign. The symbols follow each other in one random order after another, so that any quarter of a second has nearly
 * all of them; the pilots are spread evenly over the bands.
 */
final class SoundChips {
    static final int BANDS_PER_PILOT = 9;
    static final int PILOTS_PER_SLOT = (SoundRaster.BANDS + BANDS_PER_PILOT - 1) / BANDS_PER_PILOT;

    private final byte[] pilots = new byte[SoundRaster.PILOT_SLOTS * SoundRaster.BANDS];
    private final short[] chips = new short[SoundRaster.CYCLE_SLOTS * SoundRaster.BANDS];

    SoundChips(WatermarkKey key) {
        Mac mac = WatermarkKey.hmac(key.derive("sound/chips"));
        placePilots(new KeyStream(mac, 0));
        placeSymbols(new KeyStream(mac, 1));
    }

    private void placePilots(KeyStream stream) {
        for (int slot = 0; slot < SoundRaster.PILOT_SLOTS; slot++) {
            for (int low = 0; low < SoundRaster.BANDS; low += BANDS_PER_PILOT) {
                int random = stream.next16();
                int band = low + (random >> 1) % Math.min(BANDS_PER_PILOT, SoundRaster.BANDS - low);
                pilots[slot * SoundRaster.BANDS + band] = (byte) (random % 2 == 0 ? 1 : -1);
            }
        }
    }

    private void placeSymbols(KeyStream stream) {
        short[] order = new short[PayloadCode.SYMBOLS];
        int used = order.length;
        for (int i = 0; i < chips.length; i++) {
            if (pilots[i % pilots.length] != 0) {
                continue;
            }
            if (used == order.length) {
                shuffle(order, stream);
                used = 0;
            }
            chips[i] = order[used++];
        }
    }

    /** All symbols in random order with random signs: Fisher and Yates's shuffle (Durstenfeld, CACM 7, 1964), inside out. */
    private static void shuffle(short[] order, KeyStream stream) {
        for (int i = 0; i < order.length; i++) {
            int random = stream.next16();
            int j = (random >> 1) % (i + 1);
            order[i] = order[j];
            order[j] = (short) (random % 2 == 0 ? i + 1 : -i - 1);
        }
    }

    /** Direction of the change in a cell: −1 or +1. */
    int direction(long slot, int band, byte[] symbols) {
        int at = (int) (slot % SoundRaster.CYCLE_SLOTS) * SoundRaster.BANDS + band;
        int pilot = pilots[at % pilots.length];
        int chip = chips[at];
        if (pilot != 0) {
            return pilot;
        }
        return chip > 0 ? symbols[chip - 1] : -symbols[-chip - 1];
    }

    /** The symbol that a cell carries, −1 if it is a pilot. */
    int symbol(long slot, int band) {
        return Math.abs(chips[(int) (slot % SoundRaster.CYCLE_SLOTS) * SoundRaster.BANDS + band]) - 1;
    }

    /** The sign of a pilot, 0 where the cell is none. */
    int pilot(int slot, int band) {
        return pilots[slot % SoundRaster.PILOT_SLOTS * SoundRaster.BANDS + band];
    }

    /**
     * Soft symbols from evidence.
     *
     * @param cells slots × bands, at most a cycle
     * @param slot of the cycle to which the first of them belong
     */
    float[] despread(float[] cells, int slot) {
        float[] sums = new float[2 * PayloadCode.SYMBOLS + 1];
        int offset = slot * SoundRaster.BANDS;
        int untilEnd = Math.min(cells.length, chips.length - offset);
        for (int i = 0; i < untilEnd; i++) {
            sums[PayloadCode.SYMBOLS + chips[offset + i]] += cells[i];
        }
        for (int i = untilEnd; i < cells.length; i++) {
            sums[PayloadCode.SYMBOLS + chips[i - untilEnd]] += cells[i];
        }
        float[] soft = new float[PayloadCode.SYMBOLS];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = sums[PayloadCode.SYMBOLS + i + 1] - sums[PayloadCode.SYMBOLS - i - 1];
        }
        return soft;
    }
}
