package studio.selfsame.watermark;

import java.util.List;

/**
 * Watches the frames on their way to be marked, for a mark of the same key that is in them already. It looks at a few frames
 * each second only: what was marked and never altered is easily read.
 */
final class PictureGuard {
    private static final long STEP_US = 200_000;

    private final PictureDetector detector;
    private long nextUs;

    PictureGuard(WatermarkKey key, PictureFormat format) {
        this.detector =
                new PictureDetector(List.of(key), Search.COMMON, PictureFormat.of(format.widthPx(), format.heightPx()));
    }

    /** Whether the frame of this time is one to look at. */
    boolean wants(long presentationTimeUs) {
        return presentationTimeUs >= nextUs;
    }

    /**
     * Looks at a frame before it is marked.
     *
     * @throws AlreadyMarkedException if this one makes it certain
     */
    void look(byte[] luma, long presentationTimeUs) {
        nextUs = presentationTimeUs + STEP_US;
        detector.accept(luma, presentationTimeUs);
        if (detector.certain()) {
            refuse();
        }
    }

    /**
     * Looks at all that was seen once more.
     *
     * @throws AlreadyMarkedException if there is a mark
     */
    void refuse() {
        if (detector.result() instanceof Detection.Found found) {
            throw new AlreadyMarkedException(found.payload());
        }
    }
}
