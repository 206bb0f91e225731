package studio.selfsame.retention;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Things of which more than a row must go.
 *
 * @param due those whose clock began at this time or before, as many as one transaction should erase
 */
public record RetainedOneByOne<T>(RetentionClock clock, Function<Instant, List<T>> due, Erasure<T> erasure)
        implements Retained {
    /** Erases one of them with all that belongs to it. */
    @FunctionalInterface
    public interface Erasure<T> {
        /** @throws IOException when it could not be erased now */
        void erase(T one) throws IOException;
    }

    @Override
    public int due(Instant upTo) {
        return due.apply(upTo).size();
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        var some = due.apply(upTo);
        for (T one : some) {
            erasure.erase(one);
        }
        return some.size();
    }
}
