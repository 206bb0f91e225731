package studio.selfsame.inspection.takedown;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedOneByOne;
import studio.selfsame.retention.RetentionClock;

/** How long decided claims are kept. One that nobody decides on waits. */
@Configuration(proxyBeanMethods = false)
class TakedownClocks {
    @Bean
    Retained decidedTakedowns(CaseRows cases, ClaimVault claims) {
        return new RetainedOneByOne<>(RetentionClock.TAKEDOWNS, cases::decidedUpTo, decided -> {
            claims.erase(decided.id(), decided.dataKey());
            cases.forget(decided);
        });
    }
}
