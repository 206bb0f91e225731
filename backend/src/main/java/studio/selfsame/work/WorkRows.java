package studio.selfsame.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.problem.Problem;

/** The table {@code work}. Every change writes an event in the same transaction. */
@Component
class WorkRows {
    private final JdbcClient jdbc;
    private final WorkJson json;

    WorkRows(JdbcClient jdbc, WorkJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param deaths how many workers have died over it so far */
    record Started(WorkOrder order, int deaths) {}

    /** True if the row is new, false if (kind, subject, part) was there. */
    boolean insert(WorkId id, String kind, UUID subject, int part, OffsetDateTime createdAt) {
        boolean inserted =
                jdbc.sql("""
                insert into work (id, kind, subject, part, state, stage, created_at)
                values (?, ?, ?, ?, 'QUEUED', 'waiting', ?)
                on conflict (kind, subject, part) do nothing
                """).params(id.value(), kind, subject, part, createdAt).update() == 1;
        if (inserted) {
            tell(id);
        }
        return inserted;
    }

    WorkId idOf(String kind, UUID subject, int part) {
        return new WorkId(jdbc.sql("select id from work where kind = ? and subject = ? and part = ?")
                .params(kind, subject, part)
                .query(UUID.class)
                .single());
    }

    /** Begins an attempt; empty when the work is over or no longer wanted. */
    Optional<Started> start(WorkId id) {
        var started = jdbc.sql("""
                update work
                set deaths = deaths + case when state = 'RUNNING' then 1 else 0 end,
                    attempt = attempt + 1, state = 'RUNNING', stage = 'starting'
                where id = ? and state in ('QUEUED', 'RUNNING') and not cancelled
                returning kind, subject, part, attempt, deaths
                """)
                .param(id.value())
                .query((row, number) -> new Started(
                        new WorkOrder(
                                id,
                                row.getString("kind"),
                                row.getObject("subject", UUID.class),
                                row.getInt("part"),
                                row.getInt("attempt")),
                        row.getInt("deaths")))
                .optional();
        started.ifPresent(any -> tell(id));
        return started;
    }

    /** Never takes back progress made by an earlier attempt; figures keep the newest of each name. */
    @Transactional
    void progress(WorkOrder order, String stage, double fraction, Map<String, Double> figures) {
        int changed = jdbc.sql("""
                update work
                set stage = ?, fraction = greatest(fraction, ?), figures = figures || ?::jsonb
                where id = ? and attempt = ? and state = 'RUNNING'
                """)
                .params(stage, fraction, json.figures(figures), order.id().value(), order.attempt())
                .update();
        tellIf(changed, order.id());
    }

    void done(WorkOrder order) {
        int changed = jdbc.sql("""
                update work
                set state = case when cancelled then 'CANCELLED' else 'DONE' end,
                    stage = case when cancelled then stage else 'done' end,
                    fraction = case when cancelled then fraction else 1 end,
                    finished_at = now()
                where id = ? and attempt = ? and state = 'RUNNING'
                """).params(order.id().value(), order.attempt()).update();
        tellIf(changed, order.id());
    }

    /** False when the row was cancelled or taken over meanwhile. */
    boolean failed(WorkOrder order, Problem problem) {
        int changed = jdbc.sql("""
                update work set state = 'FAILED', problem = ?::jsonb, finished_at = now()
                where id = ? and attempt = ? and state = 'RUNNING' and not cancelled
                """)
                .params(json.problem(problem), order.id().value(), order.attempt())
                .update();
        tellIf(changed, order.id());
        return changed == 1;
    }

    /** Back to the queue, after {@code newFailures} more failures of its handler. */
    void requeue(WorkOrder order, int newFailures) {
        int changed = jdbc.sql("""
                update work set state = 'QUEUED', stage = 'waiting', failures = failures + ?
                where id = ? and attempt = ? and state = 'RUNNING'
                """)
                .params(newFailures, order.id().value(), order.attempt())
                .update();
        tellIf(changed, order.id());
    }

    int failures(WorkOrder order) {
        return jdbc.sql("select failures from work where id = ?")
                .param(order.id().value())
                .query(Integer.class)
                .single();
    }

    /** Rows are locked in one order, or two cancellations could wait for each other. */
    void cancel(UUID subject, @Nullable WorkId except) {
        jdbc.sql("""
                with open as (
                    select id from work where subject = ? and id is distinct from ? and state in ('QUEUED', 'RUNNING')
                    order by id for update)
                update work
                set cancelled = true,
                    state = case state when 'QUEUED' then 'CANCELLED' else state end,
                    finished_at = case state when 'QUEUED' then now() end
                from open where work.id = open.id
                returning work.id
                """)
                .params(Arrays.asList(subject, except == null ? null : except.value()))
                .query(UUID.class)
                .list()
                .forEach(id -> tell(new WorkId(id)));
    }

    /** Ends a row whose cancellation was asked for while it ran. */
    void cancelIfAsked(WorkId id) {
        int changed = jdbc.sql("""
                update work set state = 'CANCELLED', finished_at = now()
                where id = ? and cancelled and state in ('QUEUED', 'RUNNING')
                """).param(id.value()).update();
        tellIf(changed, id);
    }

    boolean isCancelled(WorkOrder order) {
        return jdbc.sql("select cancelled from work where id = ?")
                .param(order.id().value())
                .query(Boolean.class)
                .single();
    }

    /** False once the work was cancelled or another worker has taken it over. */
    boolean isWanted(WorkOrder order) {
        return jdbc.sql("select exists (select from work where id = ? and attempt = ? and not cancelled)")
                .params(order.id().value(), order.attempt())
                .query(Boolean.class)
                .single();
    }

    List<WorkStatus> of(UUID subject) {
        return jdbc.sql("select * from work where subject = ? order by created_at, part, kind")
                .param(subject)
                .query((row, number) -> status(row))
                .list();
    }

    private WorkStatus status(ResultSet row) throws SQLException {
        return new WorkStatus(
                new WorkId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getInt("part"),
                WorkStatus.State.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getDouble("fraction"),
                json.figures(row.getString("figures")),
                row.getInt("attempt"),
                json.problem(row.getString("problem")));
    }

    private void tellIf(int changed, WorkId id) {
        if (changed > 0) {
            tell(id);
        }
    }

    private void tell(WorkId id) {
        jdbc.sql("""
                insert into work_event (subject, kind, part, state, stage, fraction, figures)
                select subject, kind, part, state, stage, fraction, figures from work where id = ?
                """).param(id.value()).update();
    }
}
