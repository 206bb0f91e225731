package studio.selfsame.release;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.audit.AuditRecord;

/** Hears what the audit trail does. */
class Heard {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(AuditRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(record.kind() + " was published outside of a transaction");
        }
        records.add(record);
    }

    /** Oldest first. */
    List<AuditRecord> about(UUID subject) {
        return records.stream()
                .filter(record -> record.subject().equals(subject.toString()))
                .toList();
    }
}
