package studio.selfsame.host;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.ProblemException;

/** Starting a Spring context wraps what went wrong in many layers; a person needs the innermost problem. */
final class Starting {
    private Starting() {}

    static <T> T orProblem(Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException e) {
            for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    throw problem;
                }
            }
            throw e;
        }
    }
}
