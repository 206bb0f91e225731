package studio.selfsame.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;

/** What one transaction has to have recorded before it may commit. */
final class PendingRecords implements TransactionSynchronization {
    private final AuditAppender appender;
    private final int order;
    private final List<AuditRecord> records = new ArrayList<>();
    private boolean committing;

    PendingRecords(AuditAppender appender, int order) {
        this.appender = appender;
        this.order = order;
    }

    boolean isOf(AuditAppender other) {
        return appender == other;
    }

    void add(AuditRecord said) {
        if (committing) {
            appender.append(said);
        } else {
            records.add(said);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        records.forEach(appender::append);
    }

    @Override
    public int getOrder() {
        return order;
    }
}
