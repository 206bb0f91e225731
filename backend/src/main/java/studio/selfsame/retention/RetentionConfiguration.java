package studio.selfsame.retention;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the clocks; one that is not allowed stops the start. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    @Bean
    RetentionSchedule retentionSchedule(Environment environment) {
        return RetentionSchedule.of(Binder.get(environment));
    }
}
