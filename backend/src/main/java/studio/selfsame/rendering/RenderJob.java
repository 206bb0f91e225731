package studio.selfsame.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Under;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;

/**
 * A render as a row.
 *
 * @param under the release that it relies on; empty: the likeness is the requester's own
 * @param permittedBy ids of the policies that permitted it
 * @param preflight what will come of it; there with the plan
 * @param segmentsReused of those done, drawn before and used again
 */
record RenderJob(
        RenderId id,
        PersonId requester,
        PerformanceId performance,
        LikenessId likeness,
        Optional<Under> under,
        UUID authorization,
        List<String> permittedBy,
        State state,
        @Nullable RenderPlan plan,
        @Nullable PreflightReport preflight,
        int segmentsDone,
        int segmentsReused,
        @Nullable String outputId,
        @Nullable Problem problem,
        Instant askedAt) {
    /** The one use that it is authorized for. */
    Use use() {
        return new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, id.value(), under);
    }

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
