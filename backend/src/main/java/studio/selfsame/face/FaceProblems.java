package studio.selfsame.face;

import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What can keep the models from being used. */
final class FaceProblems {
    private FaceProblems() {}

    static ProblemException modelRefused(String file, String why) {
        return unavailable("The model `" + file + "` is refused: " + why + ".", null);
    }

    static ProblemException modelFailed(String file, @Nullable Throwable reason) {
        return unavailable("The model `" + file + "` could not be run.", reason);
    }

    private static ProblemException unavailable(String cause, @Nullable Throwable reason) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        "face",
                        cause,
                        "No face was looked for.",
                        "Ask the operator to build or install this version again."),
                reason);
    }
}
