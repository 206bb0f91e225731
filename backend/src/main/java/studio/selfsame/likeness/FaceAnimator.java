package studio.selfsame.likeness;

import java.io.IOException;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.PhonemeTimeline;

/**
 * Draws one person, and nobody else: opened on that person's decrypted model, closed as soon as the segment is done.
 * The same model, plan and frame give the same picture on the same machine.
 */
public interface FaceAnimator extends AutoCloseable {
    /** Size and rate of what it draws: those of the person's footage. */
    int widthPx();

    int heightPx();

    FrameRate frameRate();

    /** Plans mouth motion and plates for speech of this length; silence gives the rest pose. */
    MotionPlan plan(PhonemeTimeline timeline, long durationUs);

    /**
     * Draws frames {@code first} (inclusive) to {@code end} (exclusive) of the plan in order, each with the untouched
     * plate it was drawn into.
     */
    void draw(MotionPlan plan, int first, int end, FrameSink sink) throws IOException;

    /** Receives drawn frames; may throw to stop. */
    @FunctionalInterface
    interface FrameSink {
        void accept(int index, VideoFrame plate, VideoFrame drawn) throws IOException;
    }

    @Override
    void close();
}
