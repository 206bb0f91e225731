package studio.selfsame.likeness;

import java.util.List;
import studio.selfsame.media.FrameRate;

/**
 * The whole performance as motion, decided before a frame is drawn, so that segments can be drawn apart and still fit.
 *
 * @param frames one entry per output frame
 * @param pieces positions in {@code frames}, ascending, the first 0: what lies between two of them was planned by itself,
 *     begins and ends at rest, and stays the same whatever is changed in the others
 */
public record MotionPlan(FrameRate frameRate, List<Frame> frames, List<Integer> pieces) {
    /** No frame is meant. */
    public static final int NONE = -1;

    public MotionPlan {
        frames = List.copyOf(frames);
        pieces = List.copyOf(pieces);
        int last = -1;
        for (int piece : pieces) {
            if (piece <= last || piece >= Math.max(1, frames.size()) || (last < 0 && piece != 0)) {
                throw new IllegalArgumentException("pieces must ascend from 0 within the frames");
            }
            last = piece;
        }
        if (pieces.isEmpty() && !frames.isEmpty()) {
            throw new IllegalArgumentException("a plan has at least one piece");
        }
    }

    /**
     * One output frame.
     *
     * @param plateFrame index of the frame of the plates into which it is drawn
     * @param mouthFrame index of the person's own enrolled frame whose mouth it takes; {@link #NONE} where it passes through
     * @param eyesFrame the same for eyes and brows; {@link #NONE} keeps the plate's
     * @param takeFrame index of the frame of the driving take that it follows, or {@link #NONE}
     * @param lips wanted mouth, components of the likeness's own lip space
     */
    public record Frame(
            int plateFrame, int mouthFrame, int eyesFrame, int takeFrame, float[] lips, FrameOutcome outcome) {
        @Override
        public String toString() {
            return "Frame[plate " + plateFrame + ", " + outcome + "]";
        }
    }

    public int length() {
        return frames.size();
    }

    @Override
    public String toString() {
        return "MotionPlan[" + length() + " frames]";
    }
}
