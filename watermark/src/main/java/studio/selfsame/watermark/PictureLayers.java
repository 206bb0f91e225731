package studio.selfsame.watermark;

/**
 * How the mark's power is divided; the squares sum to 1. Two layers carry the payload and never repeat: one that stays, for
 * scenes in motion, and one that changes every half second, for scenes that stand still. Two weak pilots carry nothing and
 * tell a detector where the chips are: one that stays and one that alternates in sign every half second.
 */
final class PictureLayers {
    static final float CONSTANT = (float) Math.sqrt(0.54);
    static final float VARYING = (float) Math.sqrt(0.33);
    static final float STEADY_PILOT = (float) Math.sqrt(0.08);
    static final float ALTERNATING_PILOT = (float) Math.sqrt(0.05);

    private PictureLayers() {}
}
