package studio.selfsame.performance;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Recordings whose upload was cut off by the end of the server belong to nobody's list: they are erased. */
@Component
@ConditionalOnWebApplication
class AbandonedRecordings {
    private final PerformanceTable table;
    private final PerformanceErasure erasure;
    private final Clock clock;

    AbandonedRecordings(PerformanceTable table, PerformanceErasure erasure, Clock clock) {
        this.table = table;
        this.erasure = erasure;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void eraseLeftovers() {
        for (PerformanceRow row : table.receivingSince(clock.instant())) {
            erasure.erase(row);
            table.delete(row.id());
        }
    }
}
