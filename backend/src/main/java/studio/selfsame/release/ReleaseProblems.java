package studio.selfsame.release;

import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What can go wrong with a release, in words. */
final class ReleaseProblems {
    static final String STAGE = "release";

    private ReleaseProblems() {}

    /** The same for what does not exist and for what is not theirs to see. */
    static ProblemException unknown(String what) {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "There is no such " + what + " of yours.",
                        "Nothing was changed.",
                        "Check the id, and that you are signed in to the right account."));
    }

    static ProblemException conflict(String cause, String remedy) {
        return new ProblemException(
                ProblemException.Kind.CONFLICT, new Problem(STAGE, cause, "Nothing was changed.", remedy));
    }

    static ProblemException unusable(String cause, String remedy) {
        return ProblemException.unusable(STAGE, cause, "Nothing was changed.", remedy);
    }

    static ProblemException erased() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "This release was over long ago, so its papers were erased.",
                        "Nothing was changed.",
                        "Whoever kept the sealed PDF can still have it checked."));
    }

    static ProblemException notBound() {
        return conflict(
                "Nobody is bound to this release yet, so there is no contract.",
                "Invite the talent, and let them open the invitation.");
    }
}
