package studio.selfsame.watermark;

/** How the mark's power is divided between what stays and what changes; the squares sum to 1. */
final class PictureLayers {
    static final float CONSTANT = (float) Math.sqrt(0.35);
    static final float VARYING = (float) Math.sqrt(0.65);

    private PictureLayers() {}
}
