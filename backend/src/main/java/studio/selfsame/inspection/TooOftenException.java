package studio.selfsame.inspection;

import java.time.Duration;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** An address has used up its share. */
final class TooOftenException extends ProblemException {
    private final long seconds;

    /** @param wait until it may ask again */
    TooOftenException(Duration wait) {
        super(
                Kind.UNAVAILABLE,
                new Problem(
                        "inspection",
                        "Too many files were sent from your address lately.",
                        "The file was not examined and not kept.",
                        "Wait %d minutes and send it again.".formatted(wait.toMinutes() + 1)));
        this.seconds = wait.toSeconds() + 1;
    }

    /** How long to wait, rounded up. */
    long seconds() {
        return seconds;
    }
}
