package studio.selfsame.enrolment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedOneByOne;
import studio.selfsame.retention.RetentionClock;

/** How long what never became an enrolment is kept. */
@Configuration(proxyBeanMethods = false)
class EnrolmentClocks {
    @Bean
    Retained abandonedFootage(EnrolmentTable table, FootageErasure erasure) {
        return new RetainedOneByOne<>(RetentionClock.ABANDONED_UPLOADS, table::receivingSince, row -> {
            erasure.eraseNow(row);
            table.delete(row.id());
        });
    }

    /** The footage was erased with the refusal; a second look makes sure of it. */
    @Bean
    Retained refusedFootage(EnrolmentTable table, FootageErasure erasure) {
        return new RetainedOneByOne<>(RetentionClock.REFUSED_FOOTAGE, table::refusedSince, row -> {
            erasure.eraseNow(row);
            table.forget(row.id());
        });
    }
}
