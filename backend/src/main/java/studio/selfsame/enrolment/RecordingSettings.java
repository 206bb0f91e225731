package studio.selfsame.enrolment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code selfsame.recordings.*}: driving takes and videos to be drawn into.
 *
 * @param minSeconds shortest, 3..60: less sound cannot carry the invisible mark
 * @param maxSeconds longest, 10..1200
 * @param minFramesPerSecond slowest, 5..30: with fewer pictures no mouth can be followed
 * @param minHeightPx least height of the picture, 120..2160
 */
@Validated
@ConfigurationProperties("selfsame.recordings")
record RecordingSettings(
        @DefaultValue("3") @DecimalMin("3") @DecimalMax("60") double minSeconds,

        @DefaultValue("300") @DecimalMin("10") @DecimalMax("1200") double maxSeconds,

        @DefaultValue("10") @DecimalMin("5") @DecimalMax("30") double minFramesPerSecond,

        @DefaultValue("240") @Min(120) @Max(2160) int minHeightPx) {
    Duration longest() {
        return Duration.ofMillis(Math.round(1_000 * maxSeconds));
    }
}
