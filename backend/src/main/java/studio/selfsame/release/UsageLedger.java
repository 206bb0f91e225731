package studio.selfsame.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.release.document.Statement;

/** What has been made, and is being made, under each release. One row a render. */
@Component
class UsageLedger {
    private static final String OF_RELEASE =
            " from release_usage u join release_use a on a.id = u.use where a.release = :release ";

    private final JdbcClient jdbc;

    UsageLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seconds begun, each render's by itself */
    record Spent(long seconds, int renders) {}

    /** Once per render. */
    void reserve(ReleaseUseId use, UUID render, Duration length, Instant at) {
        jdbc.sql("""
                insert into release_usage (render, use, state, length_ms, reserved_at)
                values (:render, :use, 'RESERVED', :length, :at) on conflict do nothing
                """)
                .param("render", render)
                .param("use", use.value())
                .param("length", millis(length))
                .param("at", Columns.time(at))
                .update();
    }

    /** @return false when there is no such render, or it is delivered already */
    boolean deliver(UUID render, String outputId, Duration length, Instant at) {
        return jdbc.sql("""
                        update release_usage
                        set state = 'DELIVERED', output_id = :output, length_ms = :length, delivered_at = :at
                        where render = :render and state <> 'DELIVERED'
                        """)
                        .param("output", outputId)
                        .param("length", millis(length))
                        .param("at", Columns.time(at))
                        .param("render", render)
                        .update()
                > 0;
    }

    void release(UUID render) {
        jdbc.sql("update release_usage set state = 'RELEASED' where render = :render and state = 'RESERVED'")
                .param("render", render)
                .update();
    }

    Optional<ReleaseUseId> useOf(UUID render) {
        return jdbc.sql("select use from release_usage where render = :render")
                .param("render", render)
                .query(UUID.class)
                .optional()
                .map(ReleaseUseId::new);
    }

    /** @param but a render that does not count; empty: all do */
    Spent spent(ReleaseId release, Optional<UUID> but) {
        return jdbc.sql("select coalesce(sum((u.length_ms + 999) / 1000), 0) seconds, count(*) renders" + OF_RELEASE
                        + "and u.state <> 'RELEASED' and (:but::uuid is null or u.render <> :but::uuid)")
                .param("release", release.value())
                .param("but", but.map(UUID::toString).orElse(null))
                .query((row, n) -> new Spent(row.getLong("seconds"), row.getInt("renders")))
                .single();
    }

    /** Oldest first. */
    List<Statement.Delivered> delivered(ReleaseId release) {
        return jdbc.sql("select u.*" + OF_RELEASE + "and u.state = 'DELIVERED' order by u.delivered_at, u.render")
                .param("release", release.value())
                .query((row, n) -> new Statement.Delivered(
                        Columns.time(row, "delivered_at"),
                        row.getString("output_id"),
                        row.getObject("use", UUID.class),
                        Duration.ofMillis(row.getLong("length_ms"))))
                .list();
    }

    /** Begun. */
    private static long millis(Duration length) {
        return length.plusNanos(999_999).toMillis();
    }
}
