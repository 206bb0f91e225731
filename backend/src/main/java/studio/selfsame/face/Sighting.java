package studio.selfsame.face;

import org.jspecify.annotations.Nullable;

/**
 * What the nets saw of a face in one frame, nothing smoothed.
 *
 * @param presence 0..1, the net's own word
 * @param look luma of the aligned face, see {@link Look}
 * @param pixels of this frame alone
 * @param filled whether nothing was seen and all of it lies between what was seen before and after
 * @param motion of the head from the frame before to this one, by its pixels; null where it is not known
 */
record Sighting(
        int frameIndex,
        long presentationTimeUs,
        Landmarks landmarks,
        double presence,
        double sharpness,
        double brightness,
        float[] look,
        FaceObservation.Pixels pixels,
        boolean filled,
        @Nullable HeadMotion motion) {
    Sighting after(@Nullable HeadMotion moved) {
        return new Sighting(
                frameIndex,
                presentationTimeUs,
                landmarks,
                presence,
                sharpness,
                brightness,
                look,
                pixels,
                filled,
                moved);
    }
}
