package studio.selfsame.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.identity.VerificationRow.State;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;

/** The rows of {@code identity_verification}. */
@Repository
class VerificationTable {
    private static final String SELECT = "select * from identity_verification ";

    private final JdbcClient jdbc;

    VerificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(VerificationRow row) {
        jdbc.sql("""
                        insert into identity_verification
                            (id, person, state, data_key, media_type, portrait_sha256, submitted_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id(),
                        row.person().value(),
                        row.state().text(),
                        row.dataKey().value(),
                        row.mediaType(),
                        row.portraitSha256(),
                        Timestamp.from(row.submittedAt()))
                .update();
    }

    Optional<VerificationRow> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
    }

    Optional<VerificationRow> newest(PersonId person) {
        return jdbc.sql(SELECT + "where person = ? order by submitted_at desc limit 1")
                .param(person.value())
                .query(this::row)
                .optional();
    }

    Optional<VerificationRow> newestApproved(PersonId person) {
        return jdbc.sql(SELECT + "where person = ? and state = 'approved' order by decided_at desc limit 1")
                .param(person.value())
                .query(this::row)
                .optional();
    }

    /** Oldest first. */
    List<VerificationRow> inState(State state) {
        return jdbc.sql(SELECT + "where state = ? order by submitted_at limit 200")
                .param(state.text())
                .query(this::row)
                .list();
    }

    /** Whether the row was still in the first state. */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update identity_verification set state = ? where id = ? and state = ?")
                        .params(to.text(), id, from.text())
                        .update()
                == 1;
    }

    void explain(UUID id, Problem problem) {
        jdbc.sql("update identity_verification set problem_cause = ?, problem_remedy = ? where id = ?")
                .params(problem.cause(), problem.remedy(), id)
                .update();
    }

    void decide(UUID id, PersonId referee, Instant decidedAt, Verifications.Decision decision) {
        jdbc.sql("""
                        update identity_verification
                        set referee = ?, decided_at = ?, evidence = ?, note = ?, age = ?, public_figure = ? where id = ?
                        """)
                .params(
                        referee.value(),
                        Timestamp.from(decidedAt),
                        decision.evidence(),
                        decision.note(),
                        Codes.of(decision.age()),
                        Codes.of(decision.publicFigure()),
                        id)
                .update();
    }

    private VerificationRow row(ResultSet row, int number) throws SQLException {
        var cause = row.getString("problem_cause");
        var decidedAt = row.getTimestamp("decided_at");
        return new VerificationRow(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                State.of(row.getString("state")),
                new DataKeyId(row.getObject("data_key", UUID.class)),
                row.getString("media_type"),
                row.getString("portrait_sha256"),
                row.getTimestamp("submitted_at").toInstant(),
                cause == null
                        ? null
                        : new Problem(
                                "verification",
                                cause,
                                "This portrait was not kept and shows nobody to a referee.",
                                row.getString("problem_remedy")),
                row.getObject("referee", UUID.class),
                decidedAt == null ? null : decidedAt.toInstant(),
                Codes.parse(Age.class, row.getString("age")),
                Codes.parse(PublicFigure.class, row.getString("public_figure")));
    }
}
