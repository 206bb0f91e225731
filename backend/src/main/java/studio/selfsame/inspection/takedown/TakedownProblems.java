package studio.selfsame.inspection.takedown;

import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What can go wrong here, in the user's words. */
final class TakedownProblems {
    static final String STAGE = "takedown";
    private static final String UNFILED = "The claim was not filed, and nothing of it was kept.";
    private static final String UNCHANGED = "Nothing was changed.";

    private TakedownProblems() {}

    static ProblemException noForm() {
        return unfit("No form was sent.", "Send it as `multipart/form-data`.");
    }

    static ProblemException unfit(String cause, String remedy) {
        return ProblemException.unusable(STAGE, cause, UNFILED, remedy);
    }

    /** Also for a wrong key: nobody learns which cases there are. */
    static ProblemException unknown() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "There is no such case, or the key does not open it, or it was long ago.",
                        "There is nothing to show.",
                        "Open the link that you were given when you filed the claim, whole."));
    }

    static ProblemException noDesk() {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        STAGE,
                        "Only a referee or the operator may look at claims.",
                        UNCHANGED,
                        "Sign in as one of them."));
    }

    static ProblemException ownCase() {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        STAGE,
                        "This claim is about a video that shows you or that you had made.",
                        UNCHANGED,
                        "Somebody else has to decide on it."));
    }

    static ProblemException nothingToHold() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        STAGE,
                        "The claim is about no output that is on record here.",
                        UNCHANGED,
                        "Find out which output it is about, and decide on that."));
    }

    static ProblemException decided() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(STAGE, "This claim is decided.", UNCHANGED, "Decide anew if the decision was wrong."));
    }

    static ProblemException noOutputOfTheirs() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "There is no such output, or you neither had it made nor does it show you.",
                        UNCHANGED,
                        "Look for it in the list of your outputs."));
    }

    static ProblemException notDown() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        STAGE,
                        "This video is neither held nor taken down, or you have objected already.",
                        "Nothing was added.",
                        "Wait for the decision. What you wrote before is read by whoever decides."));
    }

    static ProblemException undecidable(String cause) {
        return ProblemException.unusable(
                STAGE, cause, UNCHANGED, "Name outputs by their ids, 16 hex digits, as the inspector tells them.");
    }
}
