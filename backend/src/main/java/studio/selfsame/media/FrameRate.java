package studio.selfsame.media;

import java.util.Arrays;

/** Frames per second as a fraction, e.g. 30000/1001. */
public record FrameRate(int numerator, int denominator) {
    private static final int[] USUAL = {24, 25, 30, 50, 60};
    /** What was meant to be a usual rate lies a little above it too. */
    private static final double TOLERANCE = 1.01;

    /** The least usual rate that is not below this one; the fastest where there is none. */
    FrameRate usual() {
        return Arrays.stream(USUAL)
                .filter(rate -> perSecond() <= TOLERANCE * rate)
                .mapToObj(rate -> new FrameRate(rate, 1))
                .findFirst()
                .orElse(new FrameRate(USUAL[USUAL.length - 1], 1));
    }

    /** In thousandths. */
    static FrameRate every(long stepUs) {
        return new FrameRate((int) Math.max(1, Math.round(1000 * 1e6 / stepUs)), 1000);
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** Presentation time of frame {@code index}, microseconds, rounded. */
    public long timeUs(long index) {
        return Math.round(index * 1e6 * denominator / numerator);
    }
}
