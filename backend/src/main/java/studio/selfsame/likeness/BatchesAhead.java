package studio.selfsame.likeness;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Makes the next step's examples on another core while a step runs; which ones they are does not depend on it. */
final class BatchesAhead<B> implements AutoCloseable {
    private final ExecutorService maker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("examples").factory());
    private final IntFunction<B> batches;
    private final int end;
    private Future<B> next;
    private int step;

    BatchesAhead(IntFunction<B> batches, int first, int end) {
        this.batches = batches;
        this.end = end;
        step = first;
        next = made(first);
    }

    /** The examples of the first step, then of the one after it and so on. */
    B next() {
        try {
            B batch = next.get();
            step++;
            if (step < end) {
                next = made(step);
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while examples were made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no examples could be made", e.getCause());
        }
    }

    private Future<B> made(int of) {
        return maker.submit(() -> batches.apply(of));
    }

    @Override
    public void close() {
        maker.shutdownNow();
        maker.close();
    }
}
