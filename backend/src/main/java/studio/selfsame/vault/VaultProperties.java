package studio.selfsame.vault;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.annotation.Validated;
import studio.selfsame.problem.ProblemException;

/**
 * @param store where objects lie: {@code filesystem} (below {@code selfsame.home}) or {@code s3}
 * @param s3 the S3 service, when {@code store} is {@code s3}
 * @param masterKey where the key that wraps all data keys lies: {@code file} or {@code pkcs11}
 * @param pkcs11 the token, when {@code masterKey} is {@code pkcs11}
 */
@Validated
@ConfigurationProperties("selfsame.vault")
record VaultProperties(
        @NotNull @DefaultValue("filesystem") Store store,
        @NotNull @DefaultValue S3 s3,
        @NotNull @DefaultValue("file") String masterKey,
        @NotNull @DefaultValue Pkcs11Properties pkcs11) {
    enum Store {
        FILESYSTEM,
        S3
    }

    enum MasterKeyKind {
        FILE,
        PKCS11
    }

    VaultProperties {
        if (!masterKey.equals("file") && !masterKey.equals("pkcs11")) {
            throw ProblemException.unusable(
                    "start",
                    "The setting `selfsame.vault.master-key` is `" + masterKey + "`; allowed is file or pkcs11.",
                    "The master key was not opened.",
                    "Choose one of the two, or bring a bean for a key management service: docs/keys.md.");
        }
        if (masterKey.equals("pkcs11")) {
            pkcs11.requireComplete();
        }
    }

    /** As a studio on this home would read them; {@code settings} count for more than environment and file. */
    static VaultProperties of(VaultHome home, Map<String, String> settings) {
        var told = new HashMap<String, Object>(settings);
        told.put("selfsame.home", home.path().toString());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("told", told));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("selfsame.vault", VaultProperties.class);
    }

    MasterKeyKind masterKeyKind() {
        return masterKey.equals("file") ? MasterKeyKind.FILE : MasterKeyKind.PKCS11;
    }

    /**
     * @param endpoint address of the service; Amazon's own for the region when absent
     * @param region region name
     * @param bucket bucket that exists already
     * @param accessKey with {@code secretKey}; the AWS default chain (environment, profile, role) when absent
     * @param pathStyle bucket in the path instead of the host name, as most services that are not Amazon's need it
     */
    record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("selfsame") String bucket,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle) {
        S3 {
            if ((accessKey == null) != (secretKey == null)) {
                throw new IllegalArgumentException("selfsame.vault.s3.access-key and selfsame.vault.s3.secret-key"
                        + " must be given together or not at all");
            }
        }

        /** Without the keys. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket + "]";
        }
    }
}
