package studio.selfsame.inspection;

import java.time.Instant;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Reports are not kept for ever. */
@Component
class InspectionClock implements Retained {
    private final InspectionRows rows;

    InspectionClock(InspectionRows rows) {
        this.rows = rows;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.INSPECTIONS;
    }

    @Override
    public int due(Instant upTo) {
        return rows.countUpTo(upTo);
    }

    @Override
    public int sweep(Instant upTo) {
        return rows.forgetUpTo(upTo);
    }
}
