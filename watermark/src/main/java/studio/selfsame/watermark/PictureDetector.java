package studio.selfsame.watermark;

import java.util.List;

/** Looks for the mark in the frames of one video. */
public final class PictureDetector {
    private final int widthPx;
    private final int heightPx;

    private PictureDetector(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** A detector for one video. */
    public static PictureDetector create(List<WatermarkKey> keys, int widthPx, int heightPx) {
        Checks.keys(keys);
        Checks.frameSize(widthPx, heightPx);
        return new PictureDetector(widthPx, heightPx);
    }

    /** Takes one frame. */
    public void accept(byte[] luma, long presentationTimeUs) {
        Checks.plane(luma, widthPx, heightPx);
        Checks.time(presentationTimeUs);
    }

    /** Whether the answer is known. */
    public boolean certain() {
        return false;
    }

    /** The answer. */
    public Detection result() {
        return new Detection.Inconclusive("There is too little picture to look for a mark in");
    }
}
