package studio.selfsame.consent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.audit.AuditRecord;

/** Hears what the audit trail would, and can fail as it could. */
class HeardRecords {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private @Nullable Class<? extends AuditRecord> failsOn;

    @EventListener
    void hear(AuditRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(record.kind() + " was published outside of a transaction");
        }
        if (failsOn != null && failsOn.isInstance(record)) {
            throw new IllegalStateException("the trail cannot be written");
        }
        records.add(record);
    }

    void failOn(@Nullable Class<? extends AuditRecord> kind) {
        failsOn = kind;
    }

    <T extends AuditRecord> List<T> of(Class<T> kind, Object subject) {
        return records.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(record -> record.subject().equals(subject.toString()))
                .toList();
    }
}
