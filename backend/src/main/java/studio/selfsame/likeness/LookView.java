package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import studio.selfsame.enrolment.BroughtTake;

/** A driving take that a training may learn a second look from. */
@Schema(name = "DrivingTake")
record LookView(UUID id, double seconds, Instant verifiedAt) {
    static LookView of(BroughtTake take) {
        return new LookView(take.id().value(), take.seconds(), take.verifiedAt());
    }
}
