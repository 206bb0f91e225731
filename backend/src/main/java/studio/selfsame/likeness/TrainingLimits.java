package studio.selfsame.likeness;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a training may take; one that would take more is refused before it does: {@code selfsame.likeness.*}.
 *
 * @param nativeMemory of a step's numbers outside the Java heap, on a CPU; 256 MB to 1 TB
 * @param longestTraining by the time that the first steps took; 1 minute to 30 days
 */
@Validated
@ConfigurationProperties("selfsame.likeness")
record TrainingLimits(
        @DefaultValue("2GB") DataSize nativeMemory,

        @DefaultValue("24h")
        @DurationMin(minutes = 1, message = "must be from 1m to 30d")
        @DurationMax(days = 30, message = "must be from 1m to 30d")
        Duration longestTraining) {
    TrainingLimits {
        if (nativeMemory.toMegabytes() < 256 || nativeMemory.toGigabytes() > 1024) {
            throw new IllegalArgumentException("selfsame.likeness.native-memory must be from 256MB to 1024GB");
        }
    }
}
