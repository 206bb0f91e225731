package studio.selfsame.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code enrolment}. */
@Repository
class EnrolmentTable {
    private static final String SELECT = "select * from enrolment ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EnrolmentTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(EnrolmentRow row) {
        jdbc.sql("""
                        insert into enrolment (id, person, likeness, data_key, state, begun_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id().value(),
                        row.person().value(),
                        row.likeness().value(),
                        row.dataKey().value(),
                        row.state().text(),
                        Timestamp.from(row.begunAt()))
                .update();
    }

    Optional<EnrolmentRow> find(EnrolmentId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Received ones, newest first. */
    List<EnrolmentRow> of(PersonId person) {
        return jdbc.sql(SELECT + "where person = ? and footage_sha256 is not null order by begun_at desc limit 100")
                .param(person.value())
                .query(this::row)
                .list();
    }

    Optional<EnrolmentRow> findByLikeness(LikenessId likeness) {
        return jdbc.sql(SELECT + "where likeness = ?")
                .param(likeness.value())
                .query(this::row)
                .optional();
    }

    List<EnrolmentRow> inState(State state) {
        return jdbc.sql(SELECT + "where state = ?")
                .param(state.text())
                .query(this::row)
                .list();
    }

    /** Uploads that began then or before and never ended; a hundred at most. */
    List<EnrolmentRow> receivingSince(Instant upTo) {
        return jdbc.sql(SELECT + "where state = 'receiving' and begun_at <= ? order by begun_at limit 100")
                .param(Timestamp.from(upTo))
                .query(this::row)
                .list();
    }

    /** Refused or failed then or before, and not forgotten; a hundred at most. */
    List<EnrolmentRow> refusedSince(Instant upTo) {
        return jdbc.sql(SELECT + """
                        where state in ('refused', 'failed') and decided_at <= ? and footage_sha256 is not null
                        order by decided_at limit 100
                        """)
                .param(Timestamp.from(upTo))
                .query(this::row)
                .list();
    }

    /** Leaves of a refused or failed row only that there was one. */
    void forget(EnrolmentId id) {
        jdbc.sql(
                        "update enrolment set footage_sha256 = null, footage_bytes = null, report = null, problem = null where id = ?")
                .param(id.value())
                .update();
    }

    /** Whether the row was still being received. */
    boolean received(EnrolmentId id, String sha256, long bytes) {
        return jdbc.sql("""
                        update enrolment set state = 'analysing', footage_sha256 = ?, footage_bytes = ?
                        where id = ? and state = 'receiving'
                        """).params(sha256, bytes, id.value()).update() == 1;
    }

    /** Whether the row was still being analysed. */
    boolean decide(EnrolmentId id, State to, @Nullable EnrolmentReport report, @Nullable Problem problem, Instant at) {
        return jdbc.sql("""
                        update enrolment set state = :to, report = cast(:report as jsonb),
                            problem = cast(:problem as jsonb), decided_at = :at
                        where id = :id and state = 'analysing'
                        """)
                        .param("to", to.text())
                        .param("report", report == null ? null : json.writeValueAsString(report))
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Ends whatever is in force or under way. */
    void withdraw(EnrolmentId id) {
        jdbc.sql(
                        "update enrolment set state = 'withdrawn', report = report - 'spans' - 'coverage' where id = ? and state not in ('refused', 'failed')")
                .param(id.value())
                .update();
    }

    void delete(EnrolmentId id) {
        jdbc.sql("delete from enrolment where id = ? and state = 'receiving'")
                .param(id.value())
                .update();
    }

    private EnrolmentRow row(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        var problem = row.getString("problem");
        return new EnrolmentRow(
                new EnrolmentId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                new LikenessId(row.getObject("likeness", UUID.class)),
                new DataKeyId(row.getObject("data_key", UUID.class)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("footage_sha256"),
                report == null ? null : json.readValue(report, EnrolmentReport.class),
                problem == null ? null : json.readValue(problem, Problem.class),
                row.getTimestamp("begun_at").toInstant());
    }
}
