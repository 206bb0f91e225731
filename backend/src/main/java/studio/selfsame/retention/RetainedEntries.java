package studio.selfsame.retention;

import java.time.Instant;
import org.springframework.stereotype.Component;
import studio.selfsame.audit.AuditErasure;

/** What the audit trail's entries say. The trail lies below this room, so its part stands here. */
@Component
class RetainedEntries implements Retained {
    private static final String REASON = "retention";

    private final AuditErasure erasure;

    RetainedEntries(AuditErasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.RECORDS;
    }

    @Override
    public int due(Instant upTo) {
        return erasure.recordedUpTo(upTo);
    }

    @Override
    public int sweep(Instant upTo) {
        return erasure.eraseUpTo(upTo, REASON);
    }
}
