package studio.selfsame.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param origin the log's name in its checkpoints, a URL without scheme that is nobody else's, without spaces and plus
 *     signs
 */
@Validated
@ConfigurationProperties("selfsame.audit")
record AuditProperties(
        @NotNull @Pattern(regexp = "[^\\s+]+") @DefaultValue("selfsame.studio/audit")
        String origin) {}
