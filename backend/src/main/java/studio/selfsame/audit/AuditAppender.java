package studio.selfsame.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every {@link AuditRecord} and appends it in the transaction that published it, as that transaction's last act
 * before it commits: a record that cannot be written undoes what it records, and the lock that keeps appends in line is
 * held for a moment only and never while waiting for another lock.
 */
@Component
class AuditAppender {
    private final AuditRows rows;
    private final Durability durability;
    private final Clock clock;

    AuditAppender(AuditRows rows, Durability durability, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.durability = durability;
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

    /** Appends at once, in this transaction; answers with the index of the first. */
    long append(List<AuditRecord> said) {
        durability.awaitAfterCommit();
        return rows.append(said.stream()
                .map(record -> WrittenEntry.of(record, clock.instant()))
                .toList());
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
