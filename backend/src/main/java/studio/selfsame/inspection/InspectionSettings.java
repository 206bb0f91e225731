package studio.selfsame.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import studio.selfsame.inspection.child.Limits;

/**
 * Keys {@code selfsame.inspection.*}: what one file may cost.
 *
 * @param seconds in which a file is searched, 5..3600; what does not fit is left out, and the report says so
 * @param memoryMib heap of the process that reads it, 256..8192
 */
@Validated
@ConfigurationProperties("selfsame.inspection")
record InspectionSettings(
        @DefaultValue("120") @Min(5) @Max(3600) int seconds,

        @DefaultValue("768") @Min(256) @Max(8192) int memoryMib) {
    Limits limits() {
        return Limits.of(Duration.ofSeconds(seconds), memoryMib);
    }
}
