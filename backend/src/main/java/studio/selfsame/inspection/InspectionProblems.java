package studio.selfsame.inspection;

import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What can go wrong here, in the user's words. */
final class InspectionProblems {
    private static final String STAGE = "inspection";
    private static final String UNREAD = "The file was not examined and not kept.";

    private InspectionProblems() {}

    static ProblemException noFile() {
        return ProblemException.unusable(
                STAGE, "No file was sent.", UNREAD, "Send it as the part `file` of a multipart form.");
    }

    static ProblemException unknown() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "There is no such inspection, or it was a while ago.",
                        "There is nothing to show.",
                        "Send the file again."));
    }
}
