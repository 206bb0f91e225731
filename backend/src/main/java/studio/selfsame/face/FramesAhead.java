package studio.selfsame.face;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/**
 * Decodes a few frames ahead and marks where shots begin, on a thread of its own, so that the nets never wait. While it is
 * open nobody else may use the reader.
 */
final class FramesAhead implements AutoCloseable {
    /** Enough for the nets never to wait; more would only take memory. */
    private static final int FRAMES = 4;

    private final MediaReader reader;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(FRAMES);
    private final Thread thread;
    private volatile boolean stopped;

    private sealed interface Step {}

    private record Frame(ShotCuts.Marked marked) implements Step {}

    private record End() implements Step {}

    private record Failure(Throwable reason) implements Step {}

    FramesAhead(MediaReader reader) {
        this.reader = reader;
        thread = Thread.ofPlatform().daemon().name("frames-ahead").start(this::decode);
    }

    /** The next frame in order, or empty at the end; throws what the reader threw. */
    Optional<ShotCuts.Marked> next() {
        try {
            return switch (steps.take()) {
                case Frame frame -> Optional.of(frame.marked());
                case End end -> Optional.empty();
                case Failure(RuntimeException reason) -> throw reason;
                case Failure(Throwable reason) -> throw new IllegalStateException("decoding stopped", reason);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    private void decode() {
        try {
            ShotCuts cuts = new ShotCuts();
            for (Optional<VideoFrame> next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
                cuts.add(next.get()).ifPresent(this::hand);
                if (stopped) {
                    return;
                }
            }
            for (var rest = cuts.next(); rest.isPresent(); rest = cuts.next()) {
                hand(rest.get());
            }
            put(new End());
        } catch (Throwable e) { // whatever it is, the one who waits for frames must hear of it
            put(new Failure(e));
        }
    }

    private void hand(ShotCuts.Marked marked) {
        put(new Frame(marked));
    }

    private void put(Step step) {
        try {
            while (!stopped && !steps.offer(step, 20, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Returns once nobody uses the reader any more. Never by interrupting: that would close the file being read. */
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
