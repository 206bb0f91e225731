package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/**
 * A case without what its claimant wrote.
 *
 * @param searchProblem why the file that came with it could not be examined
 */
@Schema(name = "Takedown")
record CaseView(
        UUID id,
        TakedownKind kind,
        Claimant claimant,
        TakedownCase.State state,
        TakedownCase.Search search,
        @Nullable Problem searchProblem,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant decidedAt,
        List<Match> matches) {
    static CaseView of(TakedownCase one, List<Match> matches) {
        return new CaseView(
                one.id(),
                one.kind(),
                one.claimant(),
                one.state(),
                one.search(),
                one.searchProblem(),
                one.receivedAt(),
                one.dueAt(),
                one.decidedAt(),
                matches);
    }
}
