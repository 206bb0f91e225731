package studio.selfsame.host;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a studio's process stands on. */
@Configuration(proxyBeanMethods = false)
class HostConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StudioDatabase studioDatabase(DatabaseSettings database, StudioSettings studio, HostSettings host) {
        return StudioDatabase.of(database, studio, host);
    }
}
