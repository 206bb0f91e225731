package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkStatus;

/**
 * A likeness as its owner sees it.
 *
 * @param state untrained, training, ready, failed or withdrawn
 * @param fraction 0..1 of the training
 */
@Schema(name = "Likeness")
record LikenessView(
        UUID id,
        @Nullable UUID enrolmentId,

        @Schema(allowableValues = {"untrained", "training", "ready", "failed", "withdrawn"})
        String state,

        String stage,
        double fraction,
        List<LikenessTable.CurvePoint> curve,
        @Nullable ModelProvenance provenance,
        @Nullable Problem problem) {
    static LikenessView of(LikenessRow row, Optional<WorkStatus> work, List<LikenessTable.CurvePoint> curve) {
        boolean training = row.state() == LikenessRow.State.TRAINING;
        String state = row.state().name().toLowerCase(Locale.ROOT);
        return new LikenessView(
                row.id().value(),
                row.enrolment(),
                state,
                training ? work.map(WorkStatus::stage).orElse("waiting") : state,
                training ? work.map(WorkStatus::fraction).orElse(0.0) : 1,
                curve,
                row.provenance().orElse(null),
                row.problem().orElse(null));
    }

    static LikenessView untrained(UUID id, boolean withdrawn) {
        String state = withdrawn ? "withdrawn" : "untrained";
        return new LikenessView(id, null, state, state, 0, List.of(), null, null);
    }
}
