package studio.selfsame.face;

import java.util.List;
import java.util.function.IntConsumer;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;

/** A process's one tracker: its models are loaded once, and a worker of several slots uses it in turn. */
final class OneAtATime implements FaceTracker {
    private final FaceTracker tracker;

    OneAtATime(FaceTracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public synchronized FaceTracking track(MediaReader reader, IntConsumer onFrame) {
        return tracker.track(reader, onFrame);
    }

    @Override
    public synchronized List<DetectedFace> detect(RgbImage picture) {
        return tracker.detect(picture);
    }

    @Override
    public synchronized void close() {
        tracker.close();
    }
}
