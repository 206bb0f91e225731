package studio.selfsame.watermark;

import javax.crypto.Mac;

/**
 * Draws keyed chips for a part of the endless plane of chips, whose rows and columns are counted from the centre of the
 * marked frame: whatever the size and shape of a frame, and whatever is left of it, the same place has the same chip.
 */
final class ChipDraw {
    static final int FINE = 1;
    static final int COARSE = 2;
    /** Chips along a row that share a stream. */
    private static final int RUN = 16;

    private final Mac mac;

    ChipDraw(WatermarkKey key) {
        this.mac = WatermarkKey.hmac(key.derive("picture/chips"));
    }

    /**
     * The chips of rows × columns (both even) around the centre: symbol + 1 for a symbol below {@link PayloadCode#SYMBOLS},
     * negated for a negative sign.
     */
    short[] draw(int scale, int pattern, int rows, int columns) {
        short[] chips = new short[rows * columns];
        int firstRun = Math.floorDiv(-columns / 2, RUN);
        int lastRun = Math.floorDiv(columns / 2 - 1, RUN);
        for (int row = 0; row < rows; row++) {
            for (int run = firstRun; run <= lastRun; run++) {
                KeyStream stream = new KeyStream(mac, scale, pattern, row - rows / 2, run);
                for (int i = 0; i < RUN; i++) {
                    int draw = stream.next16();
                    int column = run * RUN + i + columns / 2;
                    if (column >= 0 && column < columns) {
                        int symbol = (draw >> 1) % PayloadCode.SYMBOLS + 1;
                        chips[row * columns + column] = (short) ((draw & 1) == 0 ? symbol : -symbol);
                    }
                }
            }
        }
        return chips;
    }
}
