package studio.selfsame.likeness;

import java.io.IOException;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;

/**
 * Draws one person, and nobody else: opened on that person's decrypted model, closed as soon as the segment is done.
 * The same model, plan and frame give the same picture on the same machine.
 */
public interface FaceAnimator extends AutoCloseable {
    /** Size and rate of what it draws: those of its plates. */
    int widthPx();

    int heightPx();

    FrameRate frameRate();

    /** Plans motion and plates for what is asked; silence gives the rest pose. */
    MotionPlan plan(Drive drive) throws IOException;

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
