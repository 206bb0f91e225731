package studio.selfsame.performance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedOneByOne;
import studio.selfsame.retention.RetentionClock;

/** How long what never became a performance is kept. */
@Configuration(proxyBeanMethods = false)
class PerformanceClocks {
    @Bean
    Retained abandonedRecordings(PerformanceTable table, PerformanceErasure erasure) {
        return new RetainedOneByOne<>(RetentionClock.ABANDONED_UPLOADS, table::receivingSince, row -> {
            erasure.eraseNow(row);
            table.delete(row.id());
        });
    }

    /** The recordings were erased with the refusal, or when they were deleted; a second look makes sure of it. */
    @Bean
    Retained refusedRecordings(PerformanceTable table, PerformanceErasure erasure) {
        return new RetainedOneByOne<>(RetentionClock.REFUSED_FOOTAGE, table::endedSince, row -> {
            erasure.eraseNow(row);
            if (row.state() == PerformanceRow.State.DELETED) {
                table.delete(row.id());
            } else {
                table.forget(row.id());
            }
        });
    }
}
