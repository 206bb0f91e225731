package studio.selfsame.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open rows of work by kind and state, counted when somebody asks. */
@Component
class WorkMeters implements MeterBinder {
    private final JdbcClient jdbc;
    private final ObjectProvider<WorkHandler> handlers;

    WorkMeters(JdbcClient jdbc, ObjectProvider<WorkHandler> handlers) {
        this.jdbc = jdbc;
        this.handlers = handlers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var handler : handlers) {
            for (var state : List.of(WorkStatus.State.QUEUED, WorkStatus.State.RUNNING)) {
                Gauge.builder("selfsame.work.open", () -> count(handler.kind(), state))
                        .description("rows of work that are not over")
                        .tag("kind", handler.kind())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
    }

    private long count(String kind, WorkStatus.State state) {
        return jdbc.sql("select count(*) from work where kind = ? and state = ?")
                .params(kind, state.name())
                .query(Long.class)
                .single();
    }
}
