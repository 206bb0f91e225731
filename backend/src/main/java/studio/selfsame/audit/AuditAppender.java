package studio.selfsame.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every {@link AuditRecord} and appends it in the transaction that published it, as that transaction's last act
 * before it commits: a record that cannot be written undoes what it records, and the lock that keeps appends in line is
 * held for a moment only and never while waiting for another lock.
 */
@Component
class AuditAppender {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditRows rows;
    private final MerkleTree tree;
    private final Clock clock;

    AuditAppender(AuditRows rows, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.tree = new MerkleTree(rows);
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

    void append(AuditRecord said) {
        rows.lockForAppending();
        long index = rows.size();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = CanonicalJson.of(Map.of(
                "facts", said.facts(), "kind", said.kind(), "recordedAt", at.toString(), "subject", said.subject()));
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        rows.insert(index, at, said, entry, salt);
        tree.append(index, MerkleTree.sha256(salt, entry.getBytes(StandardCharsets.UTF_8)));
    }

    private PendingRecords pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingRecords pending && pending.isOf(this)) {
                return pending;
            }
        }
        var pending = new PendingRecords(this, Ordered.LOWEST_PRECEDENCE);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
