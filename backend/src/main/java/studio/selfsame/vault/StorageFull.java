package studio.selfsame.vault;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Tells a full disk from other trouble: the person whose file did not fit should read why. */
final class StorageFull {
    private StorageFull() {}

    /** The problem to show if {@code e} says that there is no room left; empty for anything else. */
    static Optional<ProblemException> explain(Throwable e) {
        for (@Nullable Throwable reason = e; reason != null; reason = reason.getCause()) {
            if (reason instanceof IOException && saysFull(String.valueOf(reason.getMessage()))) {
                return Optional.of(new ProblemException(
                        ProblemException.Kind.UNAVAILABLE,
                        new Problem(
                                "storage",
                                "The studio's disk is full.",
                                "Nothing of this was stored.",
                                "Try again later; the operator has to make room first."),
                        e));
            }
        }
        return Optional.empty();
    }

    private static boolean saysFull(String message) {
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded")
                // the limit that an operator may set on a process's files
                || message.contains("File too large");
    }
}
