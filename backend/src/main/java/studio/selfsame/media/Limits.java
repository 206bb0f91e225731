package studio.selfsame.media;

/** How much of a file this room is willing to decode. */
final class Limits {
    static final int MAX_SIDE_PX = 4096;
    static final long MAX_DURATION_US = 30L * 60 * 1_000_000;

    private Limits() {}
}
