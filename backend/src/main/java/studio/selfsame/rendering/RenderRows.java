package studio.selfsame.rendering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.RenderJob.State;
import studio.selfsame.vault.ObjectKey;
import tools.jackson.databind.json.JsonMapper;

/** Renders and their segments in the database. */
@Repository
class RenderRows {
    private static final String SELECT = """
            select r.*, (select count(*) from render_segment s where s.render_id = r.id) as segments_done,
                (select count(*) from render_segment s where s.render_id = r.id and s.reused) as segments_reused
            from render r
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RenderRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Inserts unless the requester has used this idempotency key before; true if inserted. */
    boolean insert(RenderJob job, String idempotencyKey) {
        return jdbc.sql("""
                insert into render (id, requester, performance_id, likeness_id, release_use, length_us, authorization_id,
                    permitted_by, idempotency_key, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (requester, idempotency_key) do nothing""")
                        .param(job.id().value())
                        .param(job.requester().value())
                        .param(job.performance().value())
                        .param(job.likeness().value())
                        .param(job.under().map(under -> under.use().value()).orElse(null))
                        .param(job.under().map(Under::lengthUs).orElse(null))
                        .param(job.authorization())
                        .param(job.permittedBy().toArray(String[]::new))
                        .param(idempotencyKey)
                        .param(job.state().name())
                        .update()
                == 1;
    }

    Optional<RenderJob> find(RenderId id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id.value())
                .query(this::job)
                .optional();
    }

    /** Locks the row until the transaction ends, so that exactly one segment finds itself the last. */
    Optional<RenderJob> lock(RenderId id) {
        return jdbc.sql("select 1 from render where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .flatMap(found -> find(id));
    }

    Optional<RenderJob> findByKey(PersonId requester, String idempotencyKey) {
        return jdbc.sql(SELECT + "where r.requester = ? and r.idempotency_key = ?")
                .params(requester.value(), idempotencyKey)
                .query(this::job)
                .optional();
    }

    List<RenderJob> of(PersonId requester) {
        return jdbc.sql(SELECT + "where r.requester = ? order by r.asked_at desc")
                .param(requester.value())
                .query(this::job)
                .list();
    }

    List<RenderJob> running(LikenessId likeness) {
        return jdbc.sql(SELECT + "where r.likeness_id = ? and r.state in ('RENDERING', 'SEALING')")
                .param(likeness.value())
                .query(this::job)
                .list();
    }

    List<RenderId> ofLikeness(LikenessId likeness) {
        return jdbc.sql("select id from render where likeness_id = ? order by asked_at")
                .param(likeness.value())
                .query((row, n) -> new RenderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Over since then or before, and their scratch not looked after since; a hundred at most. */
    List<RenderId> ended(Instant upTo) {
        return jdbc.sql(
                        "select id from render where scratch_erased_at is null and ended_at <= ? order by ended_at limit 100")
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new RenderId(row.getObject("id", UUID.class)))
                .list();
    }

    int countEnded(Instant upTo) {
        return jdbc.sql("select count(*) from render where scratch_erased_at is null and ended_at <= ?")
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void scratchErased(RenderId id) {
        jdbc.sql("update render set scratch_erased_at = now() where id = ?")
                .param(id.value())
                .update();
    }

    void plan(RenderPlan plan, PreflightReport report) {
        jdbc.sql("update render set plan = cast(? as jsonb), preflight = cast(? as jsonb) where id = ?")
                .params(
                        json.writeValueAsString(plan),
                        json.writeValueAsString(report),
                        plan.render().value())
                .update();
    }

    /** Changes state only if it is still {@code from}; true if it did. */
    boolean move(RenderId id, State from, State to) {
        return jdbc.sql("update render set state = ? where id = ? and state = ?")
                        .params(to.name(), id.value(), from.name())
                        .update()
                == 1;
    }

    /** Ends the render if it has not ended. */
    boolean end(RenderId id, State state, @Nullable String outputId, @Nullable Problem problem) {
        return jdbc.sql("""
                update render set state = :state, output_id = :output, problem = cast(:problem as jsonb), ended_at = now()
                where id = :id and state in ('RENDERING', 'SEALING')""")
                        .param("state", state.name())
                        .param("output", outputId)
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /**
     * Commits a drawn segment; false when another attempt was first and this one's object is surplus.
     *
     * @param reused drawn before, for another render or for this one under another index
     */
    boolean commitSegment(RenderId id, int index, ObjectKey object, boolean reused) {
        return jdbc.sql("""
                insert into render_segment (render_id, index, object_key, reused) values (?, ?, ?, ?)
                on conflict (render_id, index) do nothing""").params(id.value(), index, object.value(), reused).update() == 1;
    }

    boolean isDrawn(RenderId id, int index) {
        return jdbc.sql("select 1 from render_segment where render_id = ? and index = ?")
                .params(id.value(), index)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Objects of the drawn segments in order. */
    List<ObjectKey> segments(RenderId id) {
        return jdbc.sql("select object_key from render_segment where render_id = ? order by index")
                .param(id.value())
                .query((row, n) -> new ObjectKey(row.getString(1)))
                .list();
    }

    private RenderJob job(ResultSet row, int n) throws SQLException {
        String plan = row.getString("plan");
        String preflight = row.getString("preflight");
        long lengthUs = row.getLong("length_us");
        var releaseUse =
                Optional.ofNullable(row.getObject("release_use", UUID.class)).map(ReleaseUseId::new);
        String problem = row.getString("problem");
        return new RenderJob(
                new RenderId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("requester", UUID.class)),
                new PerformanceId(row.getObject("performance_id", UUID.class)),
                new LikenessId(row.getObject("likeness_id", UUID.class)),
                releaseUse.map(use -> Under.ofMicroseconds(use, lengthUs)),
                row.getObject("authorization_id", UUID.class),
                List.of((String[]) row.getArray("permitted_by").getArray()),
                State.valueOf(row.getString("state")),
                plan == null ? null : json.readValue(plan, RenderPlan.class),
                preflight == null ? null : json.readValue(preflight, PreflightReport.class),
                row.getInt("segments_done"),
                row.getInt("segments_reused"),
                row.getString("output_id"),
                problem == null ? null : json.readValue(problem, Problem.class),
                row.getTimestamp("asked_at").toInstant());
    }
}
