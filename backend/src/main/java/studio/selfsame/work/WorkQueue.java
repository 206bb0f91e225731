package studio.selfsame.work;

import java.util.List;
import java.util.UUID;

/** Submits work and reads where it stands. All methods join the caller's transaction. */
public interface WorkQueue {
    /** Queues work; the same (kind, subject, part) is queued once: asking again returns the row that is there. */
    WorkId submit(String kind, UUID subject, int part, Priority priority);

    /**
     * Queued work of the subject never starts, running work stops at its next {@code checkCancelled}. Asked by a room
     * that is being told of a failure ({@link WorkHandler#failed}), it spares the row that failed.
     */
    void cancel(UUID subject);

    /** All rows about the subject, oldest first. */
    List<WorkStatus> of(UUID subject);

    /** Lower runs later. */
    enum Priority {
        BACKGROUND,
        NORMAL,
        INTERACTIVE
    }
}
