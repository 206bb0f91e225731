package studio.selfsame.watermark;

/** The keyed pilots: coarse chips that carry no payload, for finding out where the chips of a picture are. */
final class PilotChips {
    static final int STEADY = -2;
    static final int ALTERNATING = -3;

    private PilotChips() {}

    /** Heights ±1 of coarse chips as they look on rows × columns (multiples of four) fine chips around the centre. */
    static float[] heights(ChipDraw draw, int rows, int columns, int pattern) {
        short[] chips = draw.draw(ChipDraw.COARSE, pattern, rows / 2, columns / 2);
        float[] signs = new float[chips.length];
        for (int i = 0; i < chips.length; i++) {
            signs[i] = Math.signum(chips[i]);
        }
        float[] heights = new float[rows * columns];
        CoarseChips.spread(signs, heights, rows, columns);
        return heights;
    }
}
