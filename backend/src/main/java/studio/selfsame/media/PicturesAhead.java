package studio.selfsame.media;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes the next pictures from a source, on a thread of its own, while its user is busy with one. Until it is closed, the source
 * belongs to that thread; what the source throws is thrown when its picture would have come.
 */
public final class PicturesAhead implements AutoCloseable {
    private static final int AHEAD = 2;

    private final Source source;
    private final Deque<Future<Optional<VideoFrame>>> coming = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pictures-ahead").factory());

    /** Gives picture after picture, then nothing. */
    @FunctionalInterface
    public interface Source {
        Optional<VideoFrame> next() throws IOException;
    }

    public PicturesAhead(Source source) {
        this.source = source;
    }

    public Optional<VideoFrame> next() throws IOException {
        while (coming.size() <= AHEAD) {
            coming.add(thread.submit(source::next));
        }
        return Outcome.of(coming.remove());
    }

    /** Returns once the source is left alone. */
    @Override
    public void close() {
        coming.forEach(picture -> picture.cancel(false));
        thread.close();
    }
}
