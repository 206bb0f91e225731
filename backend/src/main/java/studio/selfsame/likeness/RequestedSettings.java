package studio.selfsame.likeness;

import org.jspecify.annotations.Nullable;

/** Training settings as asked for: what is absent takes its default. Ranges as in {@link TrainingSettings}. */
record RequestedSettings(
        @Nullable Integer steps,
        @Nullable Double learningRate,
        @Nullable Integer batch,
        @Nullable Integer channels,
        @Nullable Integer resolution,
        @Nullable Long seed) {
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
