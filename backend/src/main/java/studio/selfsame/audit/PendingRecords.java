package studio.selfsame.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** What one transaction has to have recorded before it may commit. */
final class PendingRecords implements TransactionSynchronization {
    private final AuditAppender appender;
    private final List<AuditRecord> records = new ArrayList<>();
    private boolean committing;

    PendingRecords(AuditAppender appender) {
        this.appender = appender;
    }

    boolean isOf(AuditAppender other) {
        return appender == other;
    }

    void add(AuditRecord said) {
        if (committing) {
            appender.write(List.of(said));
        } else {
            records.add(said);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        appender.write(records);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
