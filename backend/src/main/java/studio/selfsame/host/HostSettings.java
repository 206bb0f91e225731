package studio.selfsame.host;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the embedded default starts: {@code selfsame.host.*}.
 *
 * @param workers worker processes, 0..16
 * @param postgresPort of the embedded Postgres; 0 for any free one
 * @param keycloakPort of the embedded Keycloak; 0 for any free one
 * @param workerHeapMib largest Java heap of one worker, without its native memory
 */
@Validated
@ConfigurationProperties("selfsame.host")
record HostSettings(
        @DefaultValue("2") @Min(0) @Max(16) int workers,
        @DefaultValue("0") @Min(0) @Max(65535) int postgresPort,
        @DefaultValue("8081") @Min(0) @Max(65535) int keycloakPort,
        @DefaultValue("768") @Min(256) @Max(65536) int workerHeapMib) {}
