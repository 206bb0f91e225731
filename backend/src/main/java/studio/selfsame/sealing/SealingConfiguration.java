package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.sealing.c2pa.CredentialsReader;

/** Keys, made on first start. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
    private final Path keys;

    SealingConfiguration(@Value("${selfsame.home}") String home) {
        this.keys = Path.of(home).toAbsolutePath().normalize().resolve("keys");
    }

    @Bean
    MarkKeys markKeys() throws IOException {
        return MarkKeyFile.openOrMake(new KeyFolder(keys));
    }

    @Bean
    SigningIdentity signingIdentity(SealingSettings settings, ObjectProvider<Clock> clock)
            throws IOException, GeneralSecurityException {
        return settings.signer() == null || settings.signerPassword() == null
                ? new OwnAuthority(new KeyFolder(keys.resolve("c2pa")), clock.getIfAvailable(Clock::systemUTC))
                        .openOrMake()
                : OperatorsChain.open(settings.signer(), settings.signerPassword());
    }

    @Bean
    CredentialsReader credentialsReader(SigningIdentity identity, SealingSettings settings)
            throws IOException, GeneralSecurityException {
        Set<X509Certificate> anchors = new HashSet<>(Set.of(identity.root()));
        if (settings.trust() != null) {
            anchors.addAll(Pem.certificates(settings.trust()));
        }
        return new CredentialsReader(anchors);
    }
}
