package studio.selfsame.media;

/** Frames per second as a fraction, e.g. 30000/1001. */
public record FrameRate(int numerator, int denominator) {
    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** Presentation time of frame {@code index}, microseconds, rounded. */
    public long timeUs(long index) {
        return Math.round(index * 1e6 * denominator / numerator);
    }
}
