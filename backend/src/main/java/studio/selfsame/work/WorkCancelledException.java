package studio.selfsame.work;

/** The work was cancelled, e.g. because consent was withdrawn. Not an error. */
public final class WorkCancelledException extends RuntimeException {
    public WorkCancelledException(WorkId id) {
        super("work " + id.value() + " was cancelled");
    }
}
