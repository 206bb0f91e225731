package studio.selfsame.watermark;

/**
 * Time as the picture mark sees it: epochs of half a second, in neighbouring pairs that carry one pattern with opposite
 * signs, so that whatever stands still cancels in their difference. Sixteen patterns make a cycle of 16 s.
 */
final class PictureTimeline {
    static final int PATTERNS = 16;
    static final int EPOCHS = 2 * PATTERNS;
    /** Steps in which a detector sums frames up. */
    static final int BINS_PER_EPOCH = 5;

    static final int BINS = EPOCHS * BINS_PER_EPOCH;
    /** Bins in which a pattern is shown with either sign. */
    static final int BINS_PER_PAIR = 2 * BINS_PER_EPOCH;

    private static final long EPOCH_US = 500_000;
    private static final long CYCLE_US = EPOCHS * EPOCH_US;
    /** Three frames at 25 per second. */
    private static final double FADE_US = 120_000;

    private PictureTimeline() {}

    /** Index of the epoch in the cycle, 0..31. */
    static int epoch(long timeUs) {
        return (int) (timeUs % CYCLE_US / EPOCH_US);
    }

    /** Number of the detector's time bin since time zero. */
    static long bin(long timeUs) {
        return timeUs / (EPOCH_US / BINS_PER_EPOCH);
    }

    /** Pattern of an epoch, 0..15. */
    static int pattern(int epoch) {
        return epoch / 2;
    }

    /** Sign of an epoch's pattern: antipodal in each pair. */
    static int sign(int epoch) {
        return epoch % 2 == 0 ? 1 : -1;
    }

    /** The epoch that is being faded from or to at this time; the same epoch far from a boundary. */
    static int fadePartner(long timeUs) {
        int epoch = epoch(timeUs);
        return timeUs % EPOCH_US < EPOCH_US / 2 ? Math.floorMod(epoch - 1, EPOCHS) : (epoch + 1) % EPOCHS;
    }

    /** Share of the {@link #fadePartner}'s pattern at this time, ½ at the boundary and 0 beyond 60 ms from it. */
    static double fade(long timeUs) {
        long inside = timeUs % EPOCH_US;
        double distance = Math.min(inside, EPOCH_US - inside) / FADE_US;
        return distance >= 0.5 ? 0 : 0.5 * (1 - Math.sin(Math.PI * distance));
    }
}
