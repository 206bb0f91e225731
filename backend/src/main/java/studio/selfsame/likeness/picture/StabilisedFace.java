package studio.selfsame.likeness.picture;

import studio.selfsame.face.HeadPose;
import studio.selfsame.likeness.motion.LipShape;

/**
 * One observed face in stabilised space (unit: distance of the eyes' centres, origin between the eyes, y down).
 *
 * @param frameIndex in the footage
 * @param presentationTimeUs of that frame
 * @param toFace from pixels of the frame to stabilised space
 * @param jaw 21 points of the jaw from ear to ear, all x then all y
 * @param chinDrop from the nose's base to the chin
 * @param usable false where the picture is too blurred, turned away, covered or uncertain to take pixels from
 * @param covered whether something is between the camera and the mouth
 * @param blurred whether a mouth as sharp as the person's own would look pasted on
 */
public record StabilisedFace(
        int frameIndex,
        long presentationTimeUs,
        Similarity toFace,
        LipShape lips,
        float[] jaw,
        double chinDrop,
        HeadPose pose,
        double eyeOpenness,
        double sharpness,
        boolean usable,
        boolean covered,
        boolean blurred) {
    @Override
    public String toString() {
        return "StabilisedFace[frame " + frameIndex + "]";
    }
}
