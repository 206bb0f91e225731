package studio.selfsame.work;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/**
 * Where a row of work stands.
 *
 * @param stage what it is doing, in the user's words
 * @param fraction 0..1
 * @param figures newest live numbers
 * @param problem why it failed; only in state FAILED
 */
public record WorkStatus(
        WorkId id,
        String kind,
        UUID subject,
        int part,
        State state,
        String stage,
        double fraction,
        Map<String, Double> figures,
        int attempt,
        @Nullable Problem problem) {
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED || state == State.CANCELLED;
    }
}
