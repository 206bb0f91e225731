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
 * Keys {@code selfsame.enrolment.*}.
 *
 * @param maxBytes largest upload, 1 MB..16 GiB
 * @param minSeconds shortest footage, 1..600
 * @param maxSeconds longest footage, 10..7200
 * @param minHeightPx least height of the picture, 120..2160
 * @param minFacePx least height of the face in the picture, 32..1024
 * @param minUsableSeconds least of the footage that must show the face well, 1..600
 */
@Validated
@ConfigurationProperties("selfsame.enrolment")
record EnrolmentSettings(
        @DefaultValue("2147483648") @Min(1_000_000) @Max(17_179_869_184L) long maxBytes,

        @DefaultValue("8") @DecimalMin("1") @DecimalMax("600") double minSeconds,

        @DefaultValue("1800") @DecimalMin("10") @DecimalMax("7200") double maxSeconds,

        @DefaultValue("240") @Min(120) @Max(2160) int minHeightPx,
        @DefaultValue("64") @Min(32) @Max(1024) int minFacePx,

        @DefaultValue("6") @DecimalMin("1") @DecimalMax("600") double minUsableSeconds) {
    Duration longest() {
        return Duration.ofMillis(Math.round(1_000 * maxSeconds));
    }
}
