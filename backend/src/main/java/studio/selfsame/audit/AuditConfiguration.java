package studio.selfsame.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the trail's key and its newest checkpoint lie. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    CheckpointKey checkpointKey(AuditProperties properties, @Value("${selfsame.home}") String home)
            throws IOException, GeneralSecurityException {
        return CheckpointKey.openOrGenerate(properties.origin(), keys(home).resolve("audit-ed25519"));
    }

    @Bean
    CheckpointFile checkpointFile(@Value("${selfsame.home}") String home) {
        return new CheckpointFile(keys(home).resolve("audit-checkpoint"));
    }

    private static Path keys(String home) {
        return Path.of(home).toAbsolutePath().normalize().resolve("keys");
    }
}
