package studio.selfsame.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checkpoints in the database, each for good, and what witnesses put below them. */
@Component
class CheckpointRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckpointRows(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        this.jdbc = jdbc;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    Optional<StoredCheckpoint> newest() {
        return jdbc.sql("select * from audit_checkpoint order by size desc limit 1")
                .query(CheckpointRows::stored)
                .optional();
    }

    /** Those of more than {@code size} entries, smallest first. */
    List<StoredCheckpoint> above(long size, int most) {
        return jdbc.sql("select * from audit_checkpoint where size > ? order by size limit ?")
                .params(size, most)
                .query(CheckpointRows::stored)
                .list();
    }

    /** Keeps it, unless another server was faster with one of this size. */
    void insert(StoredCheckpoint checkpoint) {
        jdbc.sql("insert into audit_checkpoint (size, root, signed_at, note) values (?, ?, ?, ?)"
                        + " on conflict (size) do nothing")
                .params(
                        checkpoint.size(),
                        checkpoint.root(),
                        checkpoint.signedAt().atOffset(ZoneOffset.UTC),
                        checkpoint.note())
                .update();
    }

    /** The note with the lines of all witnesses that signed it. */
    String cosigned(StoredCheckpoint checkpoint) {
        var note = new StringBuilder(checkpoint.note());
        jdbc.sql("select line from audit_cosignature where size = ? order by witness")
                .param(checkpoint.size())
                .query(String.class)
                .list()
                .forEach(line -> note.append(line).append('\n'));
        return note.toString();
    }

    void cosigned(long size, VerifierKey witness, String line) {
        jdbc.sql("insert into audit_cosignature (size, witness, line, received_at) values (?, ?, ?, ?)"
                        + " on conflict (size, witness) do nothing")
                .params(size, witness.toString(), line, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Entries in the largest tree that the witness signed; 0 for none. */
    long sizeCosignedBy(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from audit_cosignature where witness = ?")
                .param(witness.toString())
                .query(Long.class)
                .single();
    }

    private static StoredCheckpoint stored(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(
                row.getLong("size"),
                row.getBytes("root"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
