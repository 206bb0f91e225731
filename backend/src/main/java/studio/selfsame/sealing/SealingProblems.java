package studio.selfsame.sealing;

import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Payload;

/** What can go wrong here, in the user's words. */
final class SealingProblems {
    static final String STAGE = "sealing";

    private SealingProblems() {}

    static ProblemException unverified(String what) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE,
                new Problem(
                        STAGE,
                        what,
                        "The file was destroyed and nothing was delivered: a file leaves only when its label, its marks and"
                                + " its Content Credentials have been read back from it.",
                        "Render the performance again; if it happens again, tell the operator."));
    }

    /** Only footage that came out of this studio can cause it: the drawn frames keep the mark of their plate. */
    static ProblemException alreadyMarked(Payload there) {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        STAGE,
                        "The enrolled footage is itself an output of this studio, with the id " + there.toHex() + ".",
                        "No file was made: a second mark would hide the first.",
                        "Enrol footage that a camera recorded."));
    }

    static ProblemException copyOf(String takenDown) {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        STAGE,
                        "This shows and says what the output " + takenDown + " did, which was taken down or is held.",
                        "The file was destroyed and nothing was delivered.",
                        "If you think that this is wrong, ask the operator, who decides on takedowns."));
    }

    static ProblemException takenDown() {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        "output",
                        "This video was taken down, or is held until a claim against it is decided.",
                        "Nothing was sent.",
                        "If you think that this is wrong, object to it in the list of your outputs."));
    }

    static ProblemException unknown() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        "output",
                        "There is no such output, or it is not yours.",
                        "Nothing was sent.",
                        "Look for it in the list of your outputs."));
    }
}
