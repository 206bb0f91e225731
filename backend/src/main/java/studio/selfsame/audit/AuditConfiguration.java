package studio.selfsame.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the trail's key lies. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    CheckpointKey checkpointKey(AuditProperties properties, @Value("${selfsame.home}") String home)
            throws IOException, GeneralSecurityException {
        var keys = Path.of(home).toAbsolutePath().normalize().resolve("keys");
        return CheckpointKey.openOrGenerate(properties.origin(), keys.resolve("audit-ed25519"));
    }
}
