package studio.selfsame.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code passkey_ceremony}; those of yesterday are dropped. */
@Repository
class CeremonyTable {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    CeremonyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CeremonyRow row, Instant now) {
        jdbc.sql("delete from passkey_ceremony where person = ? and expires_at < ?")
                .params(row.person().value(), Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into passkey_ceremony (id, person, purpose, challenge, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        row.id(),
                        row.person().value(),
                        Codes.of(row.purpose()),
                        row.challenge(),
                        Timestamp.from(row.expiresAt()))
                .update();
    }

    /** As it was before; afterwards it is spent. Empty for one that is somebody else's, which stays as it is. */
    Optional<CeremonyRow> spend(UUID id, PersonId person, Instant now) {
        var found = jdbc.sql("select * from passkey_ceremony where id = ? and person = ? for update")
                .params(id, person.value())
                .query(CeremonyTable::read)
                .optional();
        jdbc.sql("update passkey_ceremony set spent_at = ? where id = ? and person = ? and spent_at is null")
                .params(Timestamp.from(now), id, person.value())
                .update();
        return found;
    }

    private static CeremonyRow read(ResultSet row, int number) throws SQLException {
        return new CeremonyRow(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                Codes.parse(CeremonyRow.Purpose.class, row.getString("purpose")),
                row.getBytes("challenge"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("spent_at") != null);
    }
}
