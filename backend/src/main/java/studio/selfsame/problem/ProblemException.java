package studio.selfsame.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to whoever answers the user: the HTTP layer (problem+json) or the work row. */
public class ProblemException extends RuntimeException {
    private final Kind kind;
    private final Problem problem;

    /** What the problem means to an HTTP client. */
    public enum Kind {
        /** The input cannot be used (422). */
        UNUSABLE,
        /** No such thing, or not yours to see (404). */
        UNKNOWN,
        /** Not allowed; the cause names the reasons (403). */
        REFUSED,
        /** In conflict with the present state (409). */
        CONFLICT,
        /** Our side cannot do it at present, e.g. the disk is full (503). */
        UNAVAILABLE
    }

    public ProblemException(Kind kind, Problem problem) {
        this(kind, problem, null);
    }

    public ProblemException(Kind kind, Problem problem, @Nullable Throwable reason) {
        super(problem.stage() + ": " + problem.cause(), reason);
        this.kind = kind;
        this.problem = problem;
    }

    /** The input cannot be used. */
    public static ProblemException unusable(String stage, String cause, String consequence, String remedy) {
        return new ProblemException(Kind.UNUSABLE, new Problem(stage, cause, consequence, remedy));
    }

    /** What the answer to the user says beside the problem, e.g. {@code reasons}: JSON values by name. */
    public Map<String, Object> particulars() {
        return Map.of();
    }

    public Kind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }
}
