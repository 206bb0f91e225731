package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Training settings as asked for: what is absent takes its default. Ranges as in {@link TrainingSettings}. */
@Schema(name = "TrainingSettings")
record RequestedSettings(
        @Schema(defaultValue = "500", minimum = "0", maximum = "20000") @Nullable Integer steps,

        @Schema(defaultValue = "0.001", minimum = "0.00001", maximum = "0.01") @Nullable Double learningRate,

        @Schema(defaultValue = "8", minimum = "1", maximum = "64") @Nullable Integer batch,

        @Schema(defaultValue = "16", minimum = "4", maximum = "64", multipleOf = 4) @Nullable Integer channels,

        @Schema(defaultValue = "64", minimum = "32", maximum = "256", multipleOf = 8) @Nullable Integer resolution,

        @Schema(defaultValue = "1") @Nullable Long seed) {
    static TrainingSettings orDefaults(@Nullable RequestedSettings asked) {
        TrainingSettings usual = TrainingSettings.DEFAULT;
        return asked == null
                ? usual
                : new TrainingSettings(
                        or(asked.steps(), usual.steps()),
                        or(asked.learningRate(), usual.learningRate()),
                        or(asked.batch(), usual.batch()),
                        or(asked.channels(), usual.channels()),
                        or(asked.resolution(), usual.resolution()),
                        or(asked.seed(), usual.seed()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
