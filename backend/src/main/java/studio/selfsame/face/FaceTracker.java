package studio.selfsame.face;

import java.util.List;
import java.util.function.IntConsumer;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;

/** Finds and follows faces. Implementations hold native models: one per worker, closed at the end. */
public interface FaceTracker extends AutoCloseable {
    /** Reads the clip from its start to its end. {@code onFrame} is told each frame's index, and may throw to stop. */
    FaceTracking track(MediaReader reader, IntConsumer onFrame);

    /** Faces in one picture, largest first. */
    List<DetectedFace> detect(RgbImage picture);

    @Override
    void close();
}
