package studio.selfsame.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it is to sweep: one process a day, wherever it runs. */
@Component
class RetentionTurn {
    static final Duration EVERY = Duration.ofDays(1);
    /** A process that began and did not end has died; far longer than a sweep takes. */
    static final Duration PATIENCE = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionTurn(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True for one process when a day has passed since the last whole sweep. */
    boolean take() {
        var now = clock.instant();
        return jdbc.sql("""
                        update retention_sweep set begun_at = :now
                        where ended_at <= :dayAgo and (begun_at is null or begun_at <= ended_at or begun_at <= :died)
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("dayAgo", at(now.minus(EVERY)))
                        .param("died", at(now.minus(PATIENCE)))
                        .update()
                == 1;
    }

    void end() {
        jdbc.sql("update retention_sweep set ended_at = greatest(begun_at, :now)")
                .param("now", at(clock.instant()))
                .update();
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
