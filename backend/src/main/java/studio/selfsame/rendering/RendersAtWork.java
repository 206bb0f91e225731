package studio.selfsame.rendering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.PerformanceUse;

/** A performance is needed until the last of its renders is sealed. */
@Component
class RendersAtWork implements PerformanceUse {
    private final JdbcClient jdbc;

    RendersAtWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isAtWorkOn(PerformanceId performance) {
        return jdbc.sql("""
                        select exists (select 1 from render
                            where performance_id = ? and state in ('RENDERING', 'SEALING'))
                        """).param(performance.value()).query(Boolean.class).single();
    }
}
