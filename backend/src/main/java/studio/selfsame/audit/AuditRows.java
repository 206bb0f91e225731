package studio.selfsame.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries and tree hashes in the database, which refuses to change or delete either. */
@Component
class AuditRows implements MerkleTree.Nodes {
    /** Names the lock that appending transactions wait for; any number that nobody else locks. */
    private static final long APPEND_LOCK = 0x5e1f_5a3e_a0d1_7001L;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until this transaction ends nobody else appends, so that two never take the same place. */
    void lockForAppending() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(APPEND_LOCK)
                .query((row, number) -> true)
                .list();
    }

    long size() {
        return jdbc.sql("select coalesce(max(index) + 1, 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    void insert(long index, Instant at, AuditRecord said, String entry, byte[] salt) {
        jdbc.sql("insert into audit_entry (index, recorded_at, kind, subject, entry, salt) values (?, ?, ?, ?, ?, ?)")
                .params(index, at.atOffset(ZoneOffset.UTC), said.kind(), said.subject(), entry, salt)
                .update();
    }

    OptionalLong latestIndexOf(String subject) {
        return jdbc.sql("select index from audit_entry where subject = ? order by index desc limit 1")
                .param(subject)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public byte[] get(int level, long index) {
        return jdbc.sql("select hash from audit_node where level = ? and index = ?")
                .params(level, index)
                .query(byte[].class)
                .single();
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        jdbc.sql("insert into audit_node (level, index, hash) values (?, ?, ?)")
                .params(level, index, hash)
                .update();
    }
}
