package studio.selfsame.media;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Hands pictures and sound to a writer, on a thread of its own, while its user makes the next. Until it is closed, the writer belongs to
 * that thread. Pictures are copied: they may be changed once they were handed over. What the writer throws is thrown by one of the
 * next calls, at last by {@link #finish()}.
 */
public final class PicturesBehind implements AutoCloseable {
    private static final int BEHIND = 2;

    private final MediaWriter writer;
    private final Deque<Future<?>> written = new ArrayDeque<>();
    private final Queue<VideoFrame> spare = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pictures-behind").factory());

    public PicturesBehind(MediaWriter writer) {
        this.writer = writer;
    }

    public void write(VideoFrame frame) throws IOException {
        await(BEHIND);
        VideoFrame copy = copy(frame);
        written.add(thread.submit(() -> {
            writer.write(copy);
            spare.add(copy);
        }));
    }

    private VideoFrame copy(VideoFrame frame) {
        VideoFrame old = spare.poll();
        return new VideoFrame(
                frame.widthPx(),
                frame.heightPx(),
                frame.presentationTimeUs(),
                copy(frame.y(), old == null ? null : old.y()),
                copy(frame.u(), old == null ? null : old.u()),
                copy(frame.v(), old == null ? null : old.v()));
    }

    private static byte[] copy(byte[] plane, byte @Nullable [] old) {
        if (old == null || old.length != plane.length) {
            return plane.clone();
        }
        System.arraycopy(plane, 0, old, 0, plane.length);
        return old;
    }

    /** Sound on its way into the same file: written after all pictures so far. */
    public void write(AudioSamples samples) throws IOException {
        await(BEHIND);
        written.add(thread.submit(() -> writer.write(samples)));
    }

    /** Returns once all pictures are written; the file itself is still to be finished. */
    public void finish() throws IOException {
        await(0);
    }

    private void await(int left) throws IOException {
        while (written.size() > left) {
            Outcome.of(written.remove());
        }
    }

    /** Returns once the writer is left alone. */
    @Override
    public void close() {
        written.forEach(picture -> picture.cancel(false));
        thread.close();
    }
}
