package studio.selfsame.work;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedRows;
import studio.selfsame.retention.RetentionClock;

/** What happened to work long ago; of work that still goes on everything stays, for listeners that come back. */
@Configuration(proxyBeanMethods = false)
class WorkEventClock {
    private static final String PAST = """
            work_event e where happened_at <= :upTo
            and not exists (select from work w where w.subject = e.subject and w.state in ('QUEUED', 'RUNNING'))""";

    @Bean
    Retained pastWorkEvents(JdbcClient jdbc) {
        return new RetainedRows(RetentionClock.WORK_EVENTS, List.of(PAST), jdbc);
    }
}
