package studio.selfsame.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.json.JsonMapper;

/** Inspections in the database. */
@Repository
class InspectionRows {
    private static final String OVER_SINCE = "from inspection where asked_at <= ? and state <> 'INSPECTING'";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InspectionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, DataKeyId key, Instant now) {
        jdbc.sql("insert into inspection (id, data_key_id, state, asked_at) values (?, ?, 'INSPECTING', ?)")
                .params(id, key.value(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Inspection> find(UUID id) {
        return jdbc.sql("select * from inspection where id = ?")
                .param(id)
                .query(this::inspection)
                .optional();
    }

    /** Key of the file, while it is there. */
    Optional<DataKeyId> keyOf(UUID id) {
        return jdbc.sql("select data_key_id from inspection where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(DataKeyId::new);
    }

    void end(UUID id, Inspection.State state, @Nullable InspectionReport report, @Nullable Problem problem) {
        jdbc.sql("""
                update inspection set state = :state, report = cast(:report as jsonb), problem = cast(:problem as jsonb)
                where id = :id""")
                .param("state", state.name())
                .param("report", text(report))
                .param("problem", text(problem))
                .param("id", id)
                .update();
    }

    int countUpTo(Instant time) {
        return jdbc.sql("select count(*) " + OVER_SINCE)
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetUpTo(Instant time) {
        return jdbc.sql("delete " + OVER_SINCE)
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private Inspection inspection(ResultSet row, int number) throws SQLException {
        String report = row.getString("report");
        String problem = row.getString("problem");
        return new Inspection(
                row.getObject("id", UUID.class),
                Inspection.State.valueOf(row.getString("state")),
                null,
                report == null ? null : json.readValue(report, InspectionReport.class),
                problem == null ? null : json.readValue(problem, Problem.class));
    }
}
