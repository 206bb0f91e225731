package studio.selfsame.audit;

/** What was given cannot be read as an export of a trail, or as a key or a checkpoint to verify one with. */
public final class UnreadableExportException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableExportException(String what) {
        super(what);
    }
}
