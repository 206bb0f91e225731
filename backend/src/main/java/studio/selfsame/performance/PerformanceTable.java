package studio.selfsame.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code performance}. */
@Repository
class PerformanceTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PerformanceTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PerformanceRow row) {
        var releaseUse = row.releaseUse();
        jdbc.sql("""
                        insert into performance
                            (id, author, likeness, release_use, data_key, language, synthesizer, state, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.id().value())
                .param(row.author().value())
                .param(row.likeness().value())
                .param(releaseUse == null ? null : releaseUse.value())
                .param(row.dataKey().value())
                .param(row.language().toLanguageTag())
                .param(row.synthesizer())
                .param(row.state().text())
                .param(Timestamp.from(row.begunAt()))
                .update();
    }

    Optional<PerformanceRow> find(PerformanceId id) {
        return jdbc.sql("select * from performance where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Whether the row was still being spoken. */
    boolean ready(PerformanceId id, long durationUs) {
        return jdbc.sql("update performance set state = 'ready', duration_us = ? where id = ? and state = 'speaking'")
                        .params(durationUs, id.value())
                        .update()
                == 1;
    }

    void failed(PerformanceId id, Problem problem) {
        jdbc.sql("""
                        update performance set state = 'failed', problem = cast(? as jsonb)
                        where id = ? and state = 'speaking'
                        """).params(json.writeValueAsString(problem), id.value()).update();
    }

    List<PerformanceRow> of(LikenessId likeness) {
        return jdbc.sql("select * from performance where likeness = ? order by begun_at")
                .param(likeness.value())
                .query(this::row)
                .list();
    }

    /** Marks all performances of the likeness; returns them. */
    List<PerformanceRow> withdraw(LikenessId likeness) {
        return jdbc.sql("update performance set state = 'withdrawn' where likeness = ? returning *")
                .param(likeness.value())
                .query(this::row)
                .list();
    }

    private PerformanceRow row(ResultSet row, int number) throws SQLException {
        var problem = row.getString("problem");
        var releaseUse = row.getObject("release_use", UUID.class);
        return new PerformanceRow(
                new PerformanceId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("author", UUID.class)),
                new LikenessId(row.getObject("likeness", UUID.class)),
                releaseUse == null ? null : new ReleaseUseId(releaseUse),
                new DataKeyId(row.getObject("data_key", UUID.class)),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("synthesizer"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("duration_us", Long.class),
                problem == null ? null : json.readValue(problem, Problem.class),
                row.getTimestamp("begun_at").toInstant());
    }
}
