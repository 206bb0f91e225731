package studio.selfsame.performance;

import java.io.IOException;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** How long what never became a performance is kept. */
@Configuration(proxyBeanMethods = false)
class PerformanceClocks {
    @Bean
    Retained abandonedRecordings(PerformanceTable table, PerformanceErasure erasure) {
        return new Abandoned(table, erasure);
    }

    @Bean
    Retained refusedRecordings(PerformanceTable table, PerformanceErasure erasure) {
        return new Refused(table, erasure);
    }

    private record Abandoned(PerformanceTable table, PerformanceErasure erasure) implements Retained {
        @Override
        public RetentionClock clock() {
            return RetentionClock.ABANDONED_UPLOADS;
        }

        @Override
        public int due(Instant upTo) {
            return table.receivingSince(upTo).size();
        }

        @Override
        public int sweep(Instant upTo) throws IOException {
            var rows = table.receivingSince(upTo);
            for (PerformanceRow row : rows) {
                erasure.eraseNow(row);
                table.delete(row.id());
            }
            return rows.size();
        }
    }

    /** The recordings were erased with the refusal; a second look makes sure of it. */
    private record Refused(PerformanceTable table, PerformanceErasure erasure) implements Retained {
        @Override
        public RetentionClock clock() {
            return RetentionClock.REFUSED_FOOTAGE;
        }

        @Override
        public int due(Instant upTo) {
            return table.endedSince(upTo).size();
        }

        @Override
        public int sweep(Instant upTo) throws IOException {
            var rows = table.endedSince(upTo);
            for (PerformanceRow row : rows) {
                erasure.eraseNow(row);
                table.forget(row.id());
            }
            return rows.size();
        }
    }
}
