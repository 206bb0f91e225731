package studio.selfsame.rendering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.PreflightJob.State;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code preflight}. */
@Repository
class PreflightRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PreflightRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PreflightJob job) {
        jdbc.sql("""
                        insert into preflight (id, requester, performance_id, likeness_id, authorization_id, state, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        job.id(),
                        job.requester().value(),
                        job.performance().value(),
                        job.likeness().value(),
                        job.authorization(),
                        text(job.state()),
                        Timestamp.from(job.askedAt()))
                .update();
    }

    Optional<PreflightJob> find(UUID id) {
        return jdbc.sql("select * from preflight where id = ?")
                .param(id)
                .query(this::job)
                .optional();
    }

    List<UUID> running(LikenessId likeness) {
        return jdbc.sql("select id from preflight where likeness_id = ? and state = 'planning'")
                .param(likeness.value())
                .query(UUID.class)
                .list();
    }

    /** Whether it was still being planned. */
    boolean end(UUID id, State state, @Nullable PreflightReport report, @Nullable Problem problem) {
        return jdbc.sql("""
                        update preflight set state = :state, report = cast(:report as jsonb),
                            problem = cast(:problem as jsonb)
                        where id = :id and state = 'planning'
                        """)
                        .param("state", text(state))
                        .param("report", report == null ? null : json.writeValueAsString(report))
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("id", id)
                        .update()
                == 1;
    }

    private PreflightJob job(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        var problem = row.getString("problem");
        return new PreflightJob(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("requester", UUID.class)),
                new PerformanceId(row.getObject("performance_id", UUID.class)),
                new LikenessId(row.getObject("likeness_id", UUID.class)),
                row.getObject("authorization_id", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                report == null ? null : json.readValue(report, PreflightReport.class),
                problem == null ? null : json.readValue(problem, Problem.class),
                row.getTimestamp("asked_at").toInstant());
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
