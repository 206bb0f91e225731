package studio.selfsame.rendering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;

/** A dry run as a row: planned as a render would be, and nothing drawn. */
record PreflightJob(
        UUID id,
        PersonId requester,
        PerformanceId performance,
        LikenessId likeness,
        UUID authorization,
        State state,
        @Nullable PreflightReport report,
        @Nullable Problem problem,
        Instant askedAt) {
    enum State {
        PLANNING,
        DONE,
        FAILED,
        /** Consent ended while it was planned. */
        REFUSED
    }
}
