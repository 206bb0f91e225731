package studio.selfsame.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every {@link AuditRecord} and writes it down in the transaction that published it: a record that cannot be written
 * undoes what it records. Right after the commit the record gets its place in the tree, and before anybody reads that; no
 * transaction waits for another one's end.
 */
@Component
class AuditAppender {
    private final AuditRows rows;
    private final Integration integration;
    private final Clock clock;

    AuditAppender(AuditRows rows, Integration integration, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.integration = integration;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @EventListener
    void on(AuditRecord said) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    said.kind() + " was published outside a transaction: it could happen without being recorded");
        }
        pending().add(said);
    }

    void write(List<AuditRecord> said) {
        integration.afterCommit();
        rows.write(said.stream().map(this::written).toList());
    }

    /** Appends within this transaction, and answers with the index; for what has to know it. */
    long append(AuditRecord said) {
        return rows.append(written(said));
    }

    private WrittenEntry written(AuditRecord said) {
        return WrittenEntry.of(said, clock.instant());
    }

    private PendingRecords pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingRecords pending && pending.isOf(this)) {
                return pending;
            }
        }
        var pending = new PendingRecords(this);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
