package studio.selfsame.likeness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code likeness} and {@code likeness_curve}. */
@Repository
class LikenessTable {
    /**
     * @param heldOutPsnrDb null before it was first measured
     * @param previewed whether a sample picture of this step can be asked for
     */
    record CurvePoint(int step, double loss, @Nullable Double heldOutPsnrDb, boolean previewed) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LikenessTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Starts the first or another run; false when one is under way or the likeness is withdrawn. */
    boolean start(
            LikenessId id,
            PersonId owner,
            UUID enrolment,
            DataKeyId dataKey,
            UUID authorization,
            Optional<RecordingId> look,
            TrainingSettings settings,
            Instant now) {
        return jdbc.sql("""
                        insert into likeness
                            (id, owner_id, enrolment_id, data_key_id, authorization_id, look_id, run, state, settings,
                             requested_at)
                        values (:id, :owner, :enrolment, :key, :authorization, :look, 0, 'training', :settings::jsonb, :now)
                        on conflict (id) do update set
                            enrolment_id = excluded.enrolment_id, authorization_id = excluded.authorization_id,
                            look_id = excluded.look_id,
                            run = likeness.run + 1, state = 'training', settings = excluded.settings,
                            provenance = null, coverage = null, problem = null, requested_at = excluded.requested_at
                        where likeness.state in ('ready', 'failed')
                        """)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .param("enrolment", enrolment)
                        .param("key", dataKey.value())
                        .param("authorization", authorization)
                        .param("look", look.map(RecordingId::value).orElse(null))
                        .param("settings", json.writeValueAsString(settings))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<LikenessRow> find(LikenessId id) {
        return jdbc.sql("select * from likeness where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    List<LikenessRow> of(PersonId owner) {
        return jdbc.sql("select * from likeness where owner_id = ? order by requested_at desc")
                .param(owner.value())
                .query(this::row)
                .list();
    }

    /** False when the run is no longer the one under way. */
    boolean ready(LikenessRow row, ModelProvenance provenance, Optional<Coverage> coverage) {
        return jdbc.sql("""
                        update likeness set state = 'ready', provenance = :provenance::jsonb, coverage = :coverage::jsonb
                        where id = :id and run = :run and state = 'training'
                        """)
                        .param("provenance", json.writeValueAsString(provenance))
                        .param(
                                "coverage",
                                coverage.map(json::writeValueAsString).orElse(null),
                                java.sql.Types.VARCHAR)
                        .param("id", row.id().value())
                        .param("run", row.run())
                        .update()
                == 1;
    }

    void failed(LikenessId id, int run, Problem problem) {
        jdbc.sql(
                        "update likeness set state = 'failed', problem = ?::jsonb where id = ? and run = ? and state = 'training'")
                .params(json.writeValueAsString(problem), id.value(), run)
                .update();
    }

    void withdrawn(LikenessId id) {
        jdbc.sql("update likeness set state = 'withdrawn', coverage = null where id = ?")
                .param(id.value())
                .update();
    }

    void addPoint(LikenessRow row, CurvePoint point) {
        jdbc.sql("""
                        insert into likeness_curve (likeness_id, run, step, loss, held_out_psnr_db, previewed)
                        values (:id, :run, :step, :loss, :psnr, :previewed)
                        on conflict (likeness_id, run, step) do update
                            set loss = excluded.loss, held_out_psnr_db = excluded.held_out_psnr_db,
                                previewed = excluded.previewed
                        """)
                .param("id", row.id().value())
                .param("run", row.run())
                .param("step", point.step())
                .param("loss", point.loss())
                .param("psnr", point.heldOutPsnrDb(), java.sql.Types.DOUBLE)
                .param("previewed", point.previewed())
                .update();
    }

    List<CurvePoint> curve(LikenessRow row) {
        return jdbc.sql("""
                        select step, loss, held_out_psnr_db, previewed from likeness_curve
                        where likeness_id = ? and run = ? order by step
                        """)
                .params(row.id().value(), row.run())
                .query((rs, n) -> new CurvePoint(
                        rs.getInt("step"),
                        rs.getDouble("loss"),
                        rs.getObject("held_out_psnr_db", Double.class),
                        rs.getBoolean("previewed")))
                .list();
    }

    boolean isPreviewed(LikenessRow row, int step) {
        return jdbc.sql("""
                        select exists (select from likeness_curve
                            where likeness_id = ? and run = ? and step = ? and previewed)
                        """)
                .params(row.id().value(), row.run(), step)
                .query(Boolean.class)
                .single();
    }

    private LikenessRow row(ResultSet rs, int n) throws SQLException {
        return new LikenessRow(
                new LikenessId(rs.getObject("id", UUID.class)),
                new PersonId(rs.getObject("owner_id", UUID.class)),
                rs.getObject("enrolment_id", UUID.class),
                new DataKeyId(rs.getObject("data_key_id", UUID.class)),
                rs.getObject("authorization_id", UUID.class),
                Optional.ofNullable(rs.getObject("look_id", UUID.class)).map(RecordingId::new),
                rs.getInt("run"),
                LikenessRow.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                json.readValue(rs.getString("settings"), TrainingSettings.class),
                read(rs.getString("provenance"), ModelProvenance.class),
                read(rs.getString("coverage"), Coverage.class),
                read(rs.getString("problem"), Problem.class));
    }

    private <T> Optional<T> read(@Nullable String text, Class<T> type) {
        return text == null ? Optional.empty() : Optional.of(json.readValue(text, type));
    }
}
