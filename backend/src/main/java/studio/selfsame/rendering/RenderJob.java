package studio.selfsame.rendering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;

/**
 * A render as a row.
 *
 * @param permittedBy ids of the policies that permitted it
 */
record RenderJob(
        RenderId id,
        PersonId requester,
        PerformanceId performance,
        LikenessId likeness,
        UUID authorization,
        List<String> permittedBy,
        State state,
        @Nullable RenderPlan plan,
        int segmentsDone,
        @Nullable String outputId,
        @Nullable Problem problem,
        Instant askedAt) {
    enum State {
        /** Being planned and drawn. */
        RENDERING,
        /** All segments drawn, becoming a sealed output. */
        SEALING,
        SEALED,
        FAILED,
        CANCELLED,
        /** Consent ended while it ran. */
        REFUSED;

        boolean isOver() {
            return this != RENDERING && this != SEALING;
        }
    }
}
