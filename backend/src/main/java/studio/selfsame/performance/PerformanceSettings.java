package studio.selfsame.performance;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import studio.selfsame.enrolment.UploadLimit;

/**
 * Keys {@code selfsame.performance.*}.
 *
 * @param maxBytes largest upload, 1 MB..16 GiB
 * @param maxSoundSeconds longest recorded sound, 10..1200
 */
@Validated
@ConfigurationProperties("selfsame.performance")
record PerformanceSettings(
        @DefaultValue("2147483648") @Min(1_000_000) @Max(17_179_869_184L) long maxBytes,

        @DefaultValue("300") @DecimalMin("10") @DecimalMax("1200") double maxSoundSeconds) {
    UploadLimit upload() {
        return new UploadLimit("performance", maxBytes, "Cut it shorter or save it at a lower bit rate.");
    }
}
