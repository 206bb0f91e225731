package studio.selfsame.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction that appends commits without waiting for the disk, so that the next may append meanwhile, and waits
 * afterwards, before anybody is told that it committed: many wait for one write together.
 */
@Component
class Durability {
    /** A transaction of its own that leaves a mark in the write-ahead log, behind all that was committed before. */
    private static final String MARK = "select pg_logical_emit_message(true, 'selfsame.audit', '')";

    private static final String FLUSH = """
            select case when pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()
                then pg_logical_emit_message(false, 'selfsame.audit', '', true) end""";

    private final JdbcTemplate jdbc;

    Durability(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the present transaction's commit wait for the disk before anything else that waits for the commit runs. */
    void awaitAfterCommit() {
        var registered = TransactionSynchronizationManager.getSynchronizations().stream()
                .anyMatch(synchronization -> synchronization instanceof Await await && await.isOf(this));
        if (!registered) {
            TransactionSynchronizationManager.registerSynchronization(new Await(this));
        }
    }

    /** Returns when everything that can be read now is on disk; writes nothing where it is already. */
    void await() {
        jdbc.queryForList(FLUSH);
    }

    private static boolean commitMark(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(MARK);
        }
        // Spring's own connection is still at hand after the commit, and would begin a transaction that nobody ends
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        return true;
    }

    private record Await(Durability durability) implements TransactionSynchronization {
        boolean isOf(Durability other) {
            return durability == other;
        }

        @Override
        public void afterCommit() {
            durability.jdbc.execute((ConnectionCallback<Boolean>) Durability::commitMark);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
