package studio.selfsame.consent;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class ConsentTestRoom {
    @Bean
    @Primary
    KnownPeople knownPeople(SettableClock clock) {
        return new KnownPeople(clock);
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    HeardRecords heardRecords() {
        return new HeardRecords();
    }
}
