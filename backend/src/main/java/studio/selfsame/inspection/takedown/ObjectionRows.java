package studio.selfsame.inspection.takedown;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.identity.PersonId;

/** Objections in the database: one for each case, output and person. */
@Repository
class ObjectionRows {
    private final JdbcClient jdbc;

    ObjectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this person has objected to this before. */
    boolean insert(UUID about, Objection objection, PersonId by) {
        return jdbc.sql("""
                        insert into takedown_objection (id, case_id, output_id, person_id, person_shown, received_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (case_id, output_id, person_id) do nothing""")
                        .params(
                                objection.id(),
                                about,
                                objection.outputId(),
                                by.value(),
                                objection.by() == Objection.By.PERSON_SHOWN,
                                objection.receivedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<Objection> of(UUID about) {
        return jdbc.sql("select * from takedown_objection where case_id = ? order by received_at, id")
                .param(about)
                .query((row, number) -> new Objection(
                        row.getObject("id", UUID.class),
                        row.getString("output_id"),
                        row.getBoolean("person_shown") ? Objection.By.PERSON_SHOWN : Objection.By.MAKER,
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Instant> objectedAt(UUID about, String outputId, PersonId by) {
        return jdbc.sql("""
                        select received_at from takedown_objection
                        where case_id = ? and output_id = ? and person_id = ?""")
                .params(about, outputId, by.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
