package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.Trust;

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
        if (settings.pkcs11() != null) {
            return TokenChain.open(settings.pkcs11(), settings.timeStamper());
        }
        return settings.signer() == null || settings.signerPassword() == null
                ? new OwnAuthority(
                                new KeyFolder(keys.resolve("c2pa")),
                                clock.getIfAvailable(Clock::systemUTC),
                                settings.timeStamper(),
                                settings.ownAlgorithm())
                        .openOrMake()
                : OperatorsChain.open(settings.signer(), settings.signerPassword(), settings.timeStamper());
    }

    @Bean
    OperatorsCertificates operatorsCertificates(SealingSettings settings, SigningIdentity identity)
            throws IOException, GeneralSecurityException {
        boolean own = settings.pkcs11() == null && settings.signer() == null;
        return new OperatorsCertificates(
                own
                        ? List.of()
                        : Stream.concat(identity.signer().chain().stream(), Stream.of(identity.root()))
                                .toList());
    }

    @Bean
    Trust credentialsTrust(SigningIdentity identity, SealingSettings settings)
            throws IOException, GeneralSecurityException {
        Trust others = new Trust(roots(settings.trust()), roots(settings.trustTsa()));
        return Trust.of(Set.of(identity.root())).and(others);
    }

    @Bean
    CredentialsReader credentialsReader(Trust trust) {
        return new CredentialsReader(trust);
    }

    @Bean
    ReadingKit readingKit(Trust trust) throws IOException {
        return new ReadingKit(MarkKeyFile.contentOrMake(new KeyFolder(keys)), trust);
    }

    private static Set<X509Certificate> roots(@Nullable Path file) throws IOException, GeneralSecurityException {
        return file == null ? Set.of() : Set.copyOf(Pem.certificates(file));
    }
}
