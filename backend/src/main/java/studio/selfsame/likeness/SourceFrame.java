package studio.selfsame.likeness;

import studio.selfsame.likeness.motion.MouthPose;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * One of the person's own frames from which a mouth may be taken.
 *
 * @param slot where its pixels lie among the model's patches
 * @param leftPx,topPx where the patch was cut from the frame
 * @param values the lips in the person's lip space
 */
record SourceFrame(StabilisedFace face, int slot, int leftPx, int topPx, float[] values, MouthPose pose) {
    int frameIndex() {
        return face.frameIndex();
    }

    @Override
    public String toString() {
        return "SourceFrame[" + frameIndex() + "]";
    }
}
