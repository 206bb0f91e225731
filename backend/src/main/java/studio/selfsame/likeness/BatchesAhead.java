package studio.selfsame.likeness;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import studio.selfsame.likeness.net.Batch;

/** Makes the next step's examples on another core while a step runs; which ones they are does not depend on it. */
final class BatchesAhead implements AutoCloseable {
    private final ExecutorService maker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("examples").factory());
    private final IntFunction<Batch> batches;
    private final int end;
    private Future<Batch> next;
    private int step;

    BatchesAhead(IntFunction<Batch> batches, int first, int end) {
        this.batches = batches;
        this.end = end;
        step = first;
        next = made(first);
    }

    /** The examples of the first step, then of the one after it and so on. */
    Batch next() {
        try {
            Batch batch = next.get();
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

    private Future<Batch> made(int of) {
        return maker.submit(() -> batches.apply(of));
    }

    @Override
    public void close() {
        maker.shutdownNow();
        maker.close();
    }
}
