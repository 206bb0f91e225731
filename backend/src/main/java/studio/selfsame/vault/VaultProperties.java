package studio.selfsame.vault;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param store where objects lie: {@code filesystem} (below {@code selfsame.home}) or {@code s3}
 * @param s3 the S3 service, when {@code store} is {@code s3}
 */
@Validated
@ConfigurationProperties("selfsame.vault")
record VaultProperties(
        @NotNull @DefaultValue("filesystem") Store store,
        @NotNull @DefaultValue S3 s3) {
    enum Store {
        FILESYSTEM,
        S3
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
