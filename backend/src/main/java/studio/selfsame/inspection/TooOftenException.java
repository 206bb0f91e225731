package studio.selfsame.inspection;

import java.time.Duration;
import studio.selfsame.problem.ProblemException;

/** An address has used up its share. */
final class TooOftenException extends ProblemException {
    private final long seconds;

    /** @param wait until it may ask again */
    TooOftenException(Door door, Duration wait) {
        super(Kind.UNAVAILABLE, door.refusal(wait));
        this.seconds = wait.toSeconds() + 1;
    }

    /** How long to wait, rounded up. */
    long seconds() {
        return seconds;
    }
}
