package studio.selfsame.face;

/**
 * One face in one frame.
 *
 * @param frameIndex from 0 in the clip
 * @param box face bounds in pixels
 * @param confidence 0..1; geometry checked, not only the net's presence score
 * @param eyeOpenness eye aspect ratio, mean of both eyes; about 0.3 open, 0.1 closed
 * @param mouthOpenness inner-lip gap over interocular distance; 0 closed
 * @param sharpness variance of the Laplacian of the aligned face luma, higher is sharper
 * @param brightness mean luma of the face, 16..235
 */
public record FaceObservation(
        int frameIndex,
        long presentationTimeUs,
        Box box,
        Landmarks landmarks,
        HeadPose pose,
        double confidence,
        double eyeOpenness,
        double mouthOpenness,
        double sharpness,
        double brightness) {
    /** Pixels; x,y is the upper left corner. */
    public record Box(float x, float y, float widthPx, float heightPx) {}
}
