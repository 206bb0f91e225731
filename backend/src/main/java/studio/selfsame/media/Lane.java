package studio.selfsame.media;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after another on a thread of its own, while its user goes on. What one of them throws is thrown by one of the
 * next calls to {@link #await}. Not safe for use by several threads at once.
 */
public final class Lane implements AutoCloseable {
    private final Deque<Future<?>> begun = new ArrayDeque<>();
    private final ExecutorService thread;

    /** @param name of the thread */
    public Lane(String name) {
        this.thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    /** Something to be done. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /** Does this after all that it was given before. */
    public void add(Step step) {
        Callable<@Nullable Void> call = () -> {
            step.run();
            return null;
        };
        begun.add(thread.submit(call));
    }

    /** Returns once no more than so many are left to be done. */
    public void await(int left) throws IOException {
        while (begun.size() > left) {
            Outcome.of(begun.remove());
        }
    }

    /** Leaves out what is not begun, and returns once nothing is done any more. */
    @Override
    public void close() {
        begun.forEach(step -> step.cancel(false));
        thread.close();
    }
}
