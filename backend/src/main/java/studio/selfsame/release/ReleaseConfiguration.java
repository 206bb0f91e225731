package studio.selfsame.release;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.release.document.DocumentSeal;
import studio.selfsame.release.document.OperatorKey;

/** Where releases are signed, they are sealed: in the server, not in the workers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReleaseConfiguration {
    @Bean
    DocumentSeal documentSeal(@Value("${selfsame.home}") Path home, ReleaseSettings settings, Clock clock)
            throws IOException, GeneralSecurityException {
        var keys = home.toAbsolutePath().normalize().resolve("keys").resolve("releases");
        var operator = settings.seal() == null || settings.sealPassword() == null
                ? Optional.<OperatorKey>empty()
                : Optional.of(new OperatorKey(settings.seal(), settings.sealPassword()));
        return DocumentSeal.open(keys, operator, Optional.ofNullable(settings.timeStamps()), clock);
    }
}
