package studio.selfsame.work;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** What happened to work long ago; of work that still goes on everything stays, for listeners that come back. */
@Component
class WorkEventClock implements Retained {
    private static final String PAST = """
            from work_event e where happened_at <= ?
            and not exists (select from work w where w.subject = e.subject and w.state in ('QUEUED', 'RUNNING'))""";

    private final JdbcClient jdbc;

    WorkEventClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.WORK_EVENTS;
    }

    @Override
    public int due(Instant upTo) {
        return jdbc.sql("select count(*) " + PAST)
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int sweep(Instant upTo) {
        return jdbc.sql("delete " + PAST).param(upTo.atOffset(ZoneOffset.UTC)).update();
    }
}
