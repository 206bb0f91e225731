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
                        "Too much was sent from your address lately.",
                        "Nothing of it was examined or kept.",
                        "Wait %d minutes and send it again.".formatted(wait.toMinutes() + 1)));
        this.seconds = wait.toSeconds() + 1;
    }

    /** How long to wait, rounded up. */
    long seconds() {
        return seconds;
    }
}
