package studio.selfsame.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives committed records their places in the tree: soon after each commit, many together, and before anybody reads the
 * tree.
 */
@Component
class Integration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Integration.class);
    private static final long PATIENCE_SECONDS = 5;
    /** So that many that commit at once are integrated at once; readers do not wait for it. */
    private static final long GATHER_MILLIS = 20;

    /** What a power cut takes back lies among the pending again, so this does not wait for the disk; signing does. */
    private static final String INTEGRATE = "select set_config('synchronous_commit', 'off', true), audit_integrate()";

    private static final String FLUSH = """
            select case when pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()
                then pg_logical_emit_message(false, 'selfsame.audit', '', true) end""";

    private final JdbcTemplate jdbc;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-integration").factory());

    Integration(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Soon after the present transaction has committed. */
    void afterCommit() {
        var registered = TransactionSynchronizationManager.getSynchronizations().stream()
                .anyMatch(synchronization -> synchronization instanceof AfterCommit after && after.isOf(this));
        if (!registered) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(this));
        }
    }

    /** All that was committed before has its place when this returns; within a transaction nothing is done. */
    void integrate() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.queryForList(INTEGRATE);
        }
    }

    /** Returns when everything that can be read now is on disk; writes nothing where it is already. */
    void awaitDisk() {
        jdbc.queryForList(FLUSH);
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.schedule(this::run, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException ending) {
                // The transaction has committed all the same; the next start gives its records their places.
                LOG.debug("records wait for their places in the audit trail", ending);
            }
        }
    }

    private void run() {
        // whoever commits from now on asks again
        asked.set(false);
        try {
            integrate();
        } catch (RuntimeException e) {
            // What was recorded is written down; whoever comes next gives it its place.
            LOG.warn("records wait for their places in the audit trail", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("records wait for their places in the audit trail until the next start");
        }
    }

    private record AfterCommit(Integration integration) implements TransactionSynchronization {
        boolean isOf(Integration other) {
            return integration == other;
        }

        @Override
        public void afterCommit() {
            integration.ask();
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
