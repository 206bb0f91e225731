package studio.selfsame.command;

import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Problems, told to who sits at the terminal. */
final class Told {
    private Told() {}

    static void problem(Problem problem) {
        System.err.println(problem.stage() + ": " + problem.cause());
        System.err.println(problem.consequence());
        System.err.println(problem.remedy());
    }

    /** The problem behind a failure, or null. */
    static @Nullable Problem behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem.problem();
            }
        }
        return null;
    }
}
