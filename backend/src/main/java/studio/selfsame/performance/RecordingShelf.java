package studio.selfsame.performance;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkQueue;

/** The recordings that somebody sent to perform with: looked at and deleted by nobody else. */
@Service
class RecordingShelf {
    private final PerformanceTable table;
    private final PerformanceErasure erasure;
    private final List<PerformanceUse> uses;
    private final WorkQueue work;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RecordingShelf(
            PerformanceTable table,
            PerformanceErasure erasure,
            List<PerformanceUse> uses,
            WorkQueue work,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.erasure = erasure;
        this.uses = uses;
        this.work = work;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Newest first; neither what is still on its way nor what is gone. */
    List<PerformanceRow> of(PersonId author) {
        return table.recordedBy(author);
    }

    /**
     * Files and face track go at once, whatever became of the recording. What a model learnt from it stays in the model, and
     * what was made with it stays delivered.
     *
     * @throws ProblemException when it is not theirs, or a video is being made from it
     */
    void delete(PersonId author, PerformanceId id) {
        PerformanceRow deleted = transaction.execute(status -> {
            PerformanceRow row = table.deleted(id, author, clock.instant()).orElseThrow(RecordingShelf::unknown);
            if (uses.stream().anyMatch(use -> use.isAtWorkOn(id))) {
                throw inUse();
            }
            work.cancel(id.value());
            events.publishEvent(new RecordingDeleted(id, row.likeness(), author, row.kind()));
            return row;
        });
        erasure.erase(deleted);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        "performance",
                        "There is no such recording of yours.",
                        "Nothing was deleted.",
                        "Look at the list of your recordings."));
    }

    private static ProblemException inUse() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        "performance",
                        "A video is being made from this recording.",
                        "Nothing was deleted.",
                        "Wait until the video is made, or cancel it. Then delete the recording."));
    }
}
