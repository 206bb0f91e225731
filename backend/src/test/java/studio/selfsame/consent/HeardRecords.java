package studio.selfsame.consent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.audit.AuditRecord;

/** Hears what the audit trail would, and can fail as it could. */
class HeardRecords {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private final Map<Class<? extends AuditRecord>, Runnable> before = new ConcurrentHashMap<>();

    @EventListener
    void hear(AuditRecord record) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(record.kind() + " was published outside of a transaction");
        }
        before.getOrDefault(record.getClass(), () -> {}).run();
        records.add(record);
    }

    void failOn(Class<? extends AuditRecord> kind) {
        beforeHearing(kind, () -> {
            throw new IllegalStateException("the trail cannot be written");
        });
    }

    void beforeHearing(Class<? extends AuditRecord> kind, Runnable what) {
        before.put(kind, what);
    }

    void reset() {
        before.clear();
    }

    <T extends AuditRecord> List<T> of(Class<T> kind, Object subject) {
        return records.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(record -> record.subject().equals(subject.toString()))
                .toList();
    }
}
