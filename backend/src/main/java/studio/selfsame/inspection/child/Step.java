package studio.selfsame.inspection.child;

import java.io.IOException;
import java.util.Optional;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Something done to a file. Whatever the file does to it, the next step can be taken. */
@FunctionalInterface
interface Step {
    Problem TOO_MUCH = new Problem(
            "inspection",
            "Reading the file needs more memory than it may have.",
            "Nothing can be said of its picture and sound.",
            "The file may be made to use up its readers: do not trust it.");
    Problem UNEXPECTED = new Problem(
            "inspection",
            "The file is broken in a way that its readers do not know.",
            "Nothing can be said of its picture and sound.",
            "Convert it with another program and try again.");

    void take() throws IOException;

    /** Why it could not be done; empty when it was. */
    default Optional<Problem> failure() {
        try {
            take();
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(problem.problem());
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            return Optional.of(TOO_MUCH);
        } catch (IOException | RuntimeException unexpected) {
            // where it is the parent that is gone, telling it will show
            return Optional.of(UNEXPECTED);
        }
    }
}
