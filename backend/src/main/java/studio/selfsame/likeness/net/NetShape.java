package studio.selfsame.likeness.net;

/**
 * The network's measures.
 *
 * @param sizePx side of its pictures, a multiple of 8
 * @param values length of the lip vector that modulates it
 * @param channels of the first level; the four levels have 1, 2, 4 and 6 times as many
 */
public record NetShape(int sizePx, int values, int channels) {
    /** Masked plate RGB, retrieved RGB, lip raster. */
    public static final int INPUTS = 7;

    public static final int LEVELS = 4;

    int channelsAt(int level) {
        return channels * (level < 3 ? 1 << level : 6);
    }
}
