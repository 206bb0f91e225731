package studio.selfsame.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives committed records their places in the tree; of many who come at once, one does it for all. */
@Component
class Integration {
    private static final Logger LOG = LoggerFactory.getLogger(Integration.class);
    private static final String INTEGRATE = "select audit_integrate()";
    private static final String FLUSH = """
            select case when pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()
                then pg_logical_emit_message(false, 'selfsame.audit', '', true) end""";

    private final JdbcTemplate jdbc;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private long answered;

    Integration(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Once the present transaction has committed, before anything else that waits for that. */
    void afterCommit() {
        var registered = TransactionSynchronizationManager.getSynchronizations().stream()
                .anyMatch(synchronization -> synchronization instanceof AfterCommit after && after.isOf(this));
        if (!registered) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(this));
        }
    }

    /** All that was committed before has its place when this returns. Outside of transactions only. */
    void integrate() {
        long mine = asked.incrementAndGet();
        turn.lock();
        try {
            if (answered < mine) {
                long all = asked.get();
                jdbc.execute((ConnectionCallback<Boolean>) Integration::integrate);
                answered = all;
            }
        } finally {
            turn.unlock();
        }
    }

    /** Returns when everything that can be read now is on disk; writes nothing where it is already. */
    void awaitDisk() {
        jdbc.queryForList(FLUSH);
    }

    /** As a transaction of its own, also where Spring's connection is still at hand after a commit. */
    private static boolean integrate(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (var statement = connection.prepareStatement(INTEGRATE)) {
            return statement.execute();
        } finally {
            connection.setAutoCommit(before);
        }
    }

    private record AfterCommit(Integration integration) implements TransactionSynchronization {
        boolean isOf(Integration other) {
            return integration == other;
        }

        @Override
        public void afterCommit() {
            try {
                integration.integrate();
            } catch (DataAccessException e) {
                // What was published has happened and is written down; whoever comes next gives it its place.
                LOG.warn("a record waits for its place in the audit trail", e);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
