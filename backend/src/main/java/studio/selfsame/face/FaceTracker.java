package studio.selfsame.face;

import java.util.List;
import java.util.function.IntConsumer;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;

/** Finds and follows faces. Implementations hold native models: one per worker, closed at the end. */
public interface FaceTracker extends AutoCloseable {
    /**
     * Reads the clip from its start to its end. {@code onFrame} is told each frame's index, and may throw to stop; until then
     * the reader is used by another thread and by nobody else. Landmarks and poses are smoothed over each track without
     * delay, and gaps of up to three frames filled; the result does not depend on how threads were scheduled.
     */
    FaceTracking track(MediaReader reader, IntConsumer onFrame);

    /** As {@link #track}, but as it was seen: nothing smoothed, no gap filled. A tracker that never does is the same. */
    default FaceTracking trackRaw(MediaReader reader, IntConsumer onFrame) {
        return track(reader, onFrame);
    }

    /** Faces in one picture, largest first. */
    List<DetectedFace> detect(RgbImage picture);

    @Override
    void close();
}
