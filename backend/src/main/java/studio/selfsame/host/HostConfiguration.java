package studio.selfsame.host;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a studio's process stands on. */
@Configuration(proxyBeanMethods = false)
class HostConfiguration {
    @Bean
    StudioDatabase studioDatabase(DatabaseSettings database, StudioSettings studio, HostSettings host) {
        return StudioDatabase.of(database, studio, host);
    }
}
