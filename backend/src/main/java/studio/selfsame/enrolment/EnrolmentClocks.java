package studio.selfsame.enrolment;

import java.io.IOException;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** How long what never became an enrolment is kept. */
@Configuration(proxyBeanMethods = false)
class EnrolmentClocks {
    @Bean
    Retained abandonedFootage(EnrolmentTable table, FootageErasure erasure) {
        return new Abandoned(table, erasure);
    }

    @Bean
    Retained refusedFootage(EnrolmentTable table, FootageErasure erasure) {
        return new Refused(table, erasure);
    }

    private record Abandoned(EnrolmentTable table, FootageErasure erasure) implements Retained {
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
            for (EnrolmentRow row : rows) {
                erasure.eraseNow(row);
                table.delete(row.id());
            }
            return rows.size();
        }
    }

    /** The footage was erased with the refusal; a second look makes sure of it. */
    private record Refused(EnrolmentTable table, FootageErasure erasure) implements Retained {
        @Override
        public RetentionClock clock() {
            return RetentionClock.REFUSED_FOOTAGE;
        }

        @Override
        public int due(Instant upTo) {
            return table.refusedSince(upTo).size();
        }

        @Override
        public int sweep(Instant upTo) throws IOException {
            var rows = table.refusedSince(upTo);
            for (EnrolmentRow row : rows) {
                erasure.eraseNow(row);
                table.forget(row.id());
            }
            return rows.size();
        }
    }
}
