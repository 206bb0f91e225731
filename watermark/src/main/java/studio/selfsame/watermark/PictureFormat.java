package studio.selfsame.watermark;

/**
 * The shape of every frame of one video: progressive, limited-range luma (ITU-R BT.601, BT.709 or SDR BT.2020).
 *
 * <p>HDR transfers (PQ, HLG) and interlaced fields are not marked as such: tone-map or deinterlace before, or have whoever
 * decodes refuse them.
 *
 * @param widthPx 64..8192
 * @param heightPx 64..8192; neither side more than six times the other
 * @param bitDepth of luma samples, 8..16
 */
public record PictureFormat(int widthPx, int heightPx, int bitDepth) {
    static final int EIGHT = 8;
    private static final int SIXTEEN = 16;

    /** @throws IllegalArgumentException if the size or the depth is outside these bounds */
    public PictureFormat {
        Checks.frameSize(widthPx, heightPx);
        if (bitDepth < EIGHT || bitDepth > SIXTEEN) {
            throw new IllegalArgumentException(
                    "Luma of %d bits cannot be marked: 8 to 16 are possible".formatted(bitDepth));
        }
    }

    /** 8-bit luma. */
    public static PictureFormat of(int widthPx, int heightPx) {
        return new PictureFormat(widthPx, heightPx, EIGHT);
    }
}
