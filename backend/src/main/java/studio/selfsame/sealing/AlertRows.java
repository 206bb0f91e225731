package studio.selfsame.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.identity.PersonId;

/** Alerts in the database: of one kind, one for each subject at a time that nobody has acknowledged. */
@Repository
class AlertRows {
    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there was ever one of this kind about this subject. */
    boolean insertFirst(OperatorAlert alert) {
        return !exists(alert) && insertUntold(alert);
    }

    private boolean exists(OperatorAlert alert) {
        return jdbc.sql("select exists (select 1 from operator_alert where kind = ? and subject = ?)")
                .params(alert.kind().code(), alert.subject())
                .query(Boolean.class)
                .single();
    }

    /** False when there is one of this kind about this subject that nobody has acknowledged. */
    boolean insertUntold(OperatorAlert alert) {
        return jdbc.sql("""
                        insert into operator_alert (id, kind, subject, details, raised_at) values (?, ?, ?, ?, ?)
                        on conflict (kind, subject) where acknowledged_at is null do nothing""")
                        .param(alert.id())
                        .param(alert.kind().code())
                        .param(alert.subject())
                        .param(alert.details().toArray(String[]::new))
                        .param(alert.raisedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that nobody has looked after, or all; a thousand at most, newest first. */
    List<OperatorAlert> list(boolean all) {
        return jdbc.sql("""
                        select * from operator_alert where ? or acknowledged_at is null
                        order by raised_at desc, id limit 1000""").param(all).query(AlertRows::alert).list();
    }

    /** Empty when there is none, or somebody was faster. */
    Optional<OperatorAlert> acknowledge(UUID id, PersonId operator, Instant at) {
        return jdbc.sql("""
                        update operator_alert set acknowledged_at = ?, acknowledged_by = ?
                        where id = ? and acknowledged_at is null returning *""")
                .params(at.atOffset(ZoneOffset.UTC), operator.value(), id)
                .query(AlertRows::alert)
                .optional();
    }

    /** How many were ever raised. */
    long count(AlertKind kind, String detail) {
        return jdbc.sql("select count(*) from operator_alert where kind = ? and ? = any (details)")
                .params(kind.code(), detail)
                .query(Long.class)
                .single();
    }

    /** How many nobody has acknowledged. */
    long open(AlertKind kind) {
        return jdbc.sql("select count(*) from operator_alert where kind = ? and acknowledged_at is null")
                .param(kind.code())
                .query(Long.class)
                .single();
    }

    private static OperatorAlert alert(ResultSet row, int number) throws SQLException {
        OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new OperatorAlert(
                row.getObject("id", UUID.class),
                AlertKind.ofCode(row.getString("kind")),
                row.getString("subject"),
                List.of((String[]) row.getArray("details").getArray()),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                acknowledged == null ? null : acknowledged.toInstant());
    }
}
