package studio.selfsame.retention;

import java.io.IOException;
import java.time.Instant;

/**
 * Something that is kept for a time: a room has one for each clock that it obeys.
 *
 * <p>Both methods speak of the things whose clock began at {@code upTo} or before, and of no younger ones.
 */
public interface Retained {
    RetentionClock clock();

    /** How many things would go now. Changes nothing. */
    int due(Instant upTo);

    /**
     * Erases some of them, as many as one transaction should, in the caller's transaction. Asked again until it answers 0.
     * Must be idempotent: what was erased outside the database when the transaction was undone is asked for again.
     *
     * @return how many were erased
     * @throws IOException when something could not be erased now; it is tried again at the next sweep
     */
    int sweep(Instant upTo) throws IOException;
}
