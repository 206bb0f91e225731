package studio.selfsame.inspection.forensics;

/**
 * What the pixels of one frame's face say; NaN where they do not.
 *
 * @param reflections overlap of the highlights in both irises, 0..1
 * @param boundary edges around the lower face over those of the upper, doublings
 * @param colour distance of lower face and cheeks in the plane of U and V
 * @param flicker of the lower face over that of the upper, doublings
 * @param blocks block edges in the face over those beside it, doublings
 * @param texture of the lower face over that of the cheeks, doublings
 */
record FacePixels(double reflections, double boundary, double colour, double flicker, double blocks, double texture) {
    static final FacePixels NONE =
            new FacePixels(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
