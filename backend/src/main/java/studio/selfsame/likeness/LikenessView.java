package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkStatus;

/**
 * A likeness as its owner sees it.
 *
 * @param state untrained, training, ready, failed or withdrawn
 * @param fraction 0..1 of the training
 * @param secondsLeft of the training at the pace measured so far, if no stop rule ends it; null before it is known
 * @param coverage what the footage showed of what is needed; null until trained
 * @param curve with the steps that a sample picture can be asked of
 */
@Schema(name = "Likeness")
record LikenessView(
        UUID id,
        @Nullable UUID enrolmentId,

        @Schema(allowableValues = {"untrained", "training", "ready", "failed", "withdrawn"})
        String state,

        String stage,
        double fraction,
        @Nullable Double secondsLeft,
        List<LikenessTable.CurvePoint> curve,
        @Nullable ModelProvenance provenance,
        @Nullable Coverage coverage,
        @Nullable Problem problem) {
    static final String SECONDS_LEFT = "secondsLeft";

    static LikenessView of(LikenessRow row, Optional<WorkStatus> work, List<LikenessTable.CurvePoint> curve) {
        boolean training = row.state() == LikenessRow.State.TRAINING;
        String state = row.state().name().toLowerCase(Locale.ROOT);
        return new LikenessView(
                row.id().value(),
                row.enrolment(),
                state,
                training ? work.map(WorkStatus::stage).orElse("waiting") : state,
                training ? work.map(WorkStatus::fraction).orElse(0.0) : 1,
                training ? work.map(w -> w.figures().get(SECONDS_LEFT)).orElse(null) : null,
                curve,
                row.provenance().orElse(null),
                row.coverage().orElse(null),
                row.problem().orElse(null));
    }

    static LikenessView untrained(UUID id, boolean withdrawn) {
        String state = withdrawn ? "withdrawn" : "untrained";
        return new LikenessView(id, null, state, state, 0, null, List.of(), null, null, null);
    }
}
