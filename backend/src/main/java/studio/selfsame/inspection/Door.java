package studio.selfsame.inspection;

import java.time.Duration;
import studio.selfsame.problem.Problem;

/** What strangers may ask for, and how often one address may. */
enum Door {
    INSPECTION(
            20,
            "Too many files were sent from your address lately.",
            "The file was not examined and not kept.",
            "Wait %d minutes and send it again."),
    LOOK_UP(
            600,
            "Too many look-ups came from your address lately.",
            "This one was not answered.",
            "Wait %d minutes and ask again.");

    /** Sliding. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final int most;
    private final String cause;
    private final String consequence;
    private final String remedy;

    Door(int most, String cause, String consequence, String remedy) {
        this.most = most;
        this.cause = cause;
        this.consequence = consequence;
        this.remedy = remedy;
    }

    /** Calls of one address in {@link #WINDOW}. */
    int most() {
        return most;
    }

    /** @param wait until it may ask again */
    Problem refusal(Duration wait) {
        return new Problem("inspection", cause, consequence, remedy.formatted(wait.toMinutes() + 1));
    }
}
