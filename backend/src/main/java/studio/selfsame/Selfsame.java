package studio.selfsame;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The studio's Spring application; the rooms are the packages below this one, and name their beans as they like. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Selfsame {
    /** The one clock of every room, so that tests can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
