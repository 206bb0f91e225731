package studio.selfsame.sealing.label;

/**
 * Where a label may stand inside the title-safe area (SMPTE ST 2046-1: 90 % of each side), the best place first. The lowest fifth
 * of the picture is left to captions.
 */
public enum LabelPlace {
    TOP_RIGHT(true, true),
    TOP_LEFT(true, false),
    LOWER_RIGHT(false, true),
    LOWER_LEFT(false, false);

    private static final double SAFE_MARGIN = 0.05;
    private static final double CAPTIONS_FROM = 0.8;

    private final boolean top;
    private final boolean right;

    LabelPlace(boolean top, boolean right) {
        this.top = top;
        this.right = right;
    }

    /** Left edge, pixels, even. */
    int xPx(int frameWidthPx, int labelWidthPx) {
        return right ? (int) ((1 - SAFE_MARGIN) * frameWidthPx - labelWidthPx) & ~1 : even(SAFE_MARGIN * frameWidthPx);
    }

    /** Top edge, pixels, even; in a picture too low for more than one place, that at its top. */
    int yPx(int frameHeightPx, int labelHeightPx) {
        int highest = even(SAFE_MARGIN * frameHeightPx);
        return top ? highest : Math.max(highest, (int) (CAPTIONS_FROM * frameHeightPx - labelHeightPx) & ~1);
    }

    private static int even(double px) {
        return (int) Math.ceil(px / 2) * 2;
    }
}
