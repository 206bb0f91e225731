package studio.selfsame.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param execute whether this process executes work or only submits it; by default only the role {@code worker} does
 * @param slots how many rows of work this process executes at once, 1 to 64
 * @param kinds what it executes: kinds such as {@code enrolment.analyse}, whole rooms as {@code inspection.*}, or
 *     {@code *} for everything
 * @param heartbeat how often a running row says that its worker lives; after four missed ones another worker takes over
 * @param poll how often an idle worker looks for work
 * @param backOff how long work whose handler failed waits before its second attempt, and twice that before its third
 */
@Validated
@ConfigurationProperties("selfsame.work")
record WorkProperties(
        @Nullable Boolean execute,
        @Min(1) @Max(64) @DefaultValue("1") int slots,
        @NotEmpty @DefaultValue("*") List<String> kinds,
        @NotNull @DefaultValue("500ms") Duration heartbeat,
        @NotNull @DefaultValue("200ms") Duration poll,
        @NotNull @DefaultValue("1s") Duration backOff) {

    WorkProperties {
        if (!heartbeat.isPositive() || !poll.isPositive() || !backOff.isPositive()) {
            throw new IllegalArgumentException(
                    "selfsame.work.heartbeat, .poll and .back-off must be longer than nothing, e.g. `500ms`");
        }
    }

    boolean executes(String role) {
        return execute == null ? role.equals("worker") : execute;
    }

    boolean takes(String kind) {
        return kinds.stream()
                .anyMatch(taken -> taken.equals("*")
                        || taken.equals(kind)
                        || taken.endsWith(".*") && kind.startsWith(taken.substring(0, taken.length() - 1)));
    }
}
