package studio.selfsame.likeness;

import studio.selfsame.media.FrameRate;

/**
 * The whole performance as motion, decided before a frame is drawn, so that segments can be drawn apart and still fit.
 * One entry per output frame.
 *
 * @param plateFrame index of the footage frame into which each output frame is drawn
 * @param sourceFrame index of the person's own frame whose mouth each output frame takes
 * @param mouth wanted mouth shape per output frame, {@code frames × components}, in the likeness's own lip space
 */
public record MotionPlan(FrameRate frameRate, int[] plateFrame, int[] sourceFrame, float[][] mouth) {
    public int frames() {
        return plateFrame.length;
    }

    @Override
    public String toString() {
        return "MotionPlan[" + frames() + " frames]";
    }
}
