package studio.selfsame.work;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/**
 * Does one kind of work in a worker process. Must be idempotent: after a crash or kill -9 of the worker the same order
 * comes again with a higher attempt. A {@link studio.selfsame.problem.ProblemException} ends the work as failed with
 * that problem, unretried; any other exception is retried a few times and then recorded as a problem.
 */
public interface WorkHandler {
    /** E.g. {@code enrolment.analyse}. */
    String kind();

    void handle(WorkOrder order, WorkMonitor monitor) throws Exception;

    /**
     * Called in a transaction before {@link #failed}, when the work is given up and nobody has thrown a problem.
     *
     * @param cause what the last attempt threw; null where workers died of it
     * @return what to tell; empty where the room knows no more than that something unexpected went wrong
     */
    default Optional<Problem> givenUp(WorkOrder order, @Nullable Throwable cause) {
        return Optional.empty();
    }

    /** Called once, in a transaction, when the work has finally failed, so that the room can mark its subject. */
    default void failed(WorkOrder order, Problem problem) {}
}
