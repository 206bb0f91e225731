package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.net.Activation;
import studio.selfsame.likeness.net.LossWeights;
import studio.selfsame.likeness.net.OptimiserKind;
import studio.selfsame.likeness.net.Processor;

/**
 * Training settings as asked for: what is absent takes the profile's value. Meanings as in {@link TrainingSettings},
 * ranges as in {@link DraftSettings}.
 */
@Schema(name = "TrainingSettings")
record RequestedSettings(
        @Schema(
                defaultValue = "cpu",
                allowableValues = {"cpu", "gpu"})
        @Nullable String profile,

        @Schema(
                defaultValue = "retrieval+residual",
                allowableValues = {"retrieval", "retrieval+residual", "adversarial", "autoencoder"})
        @Nullable String renderer,

        @Schema(
                defaultValue = "auto",
                allowableValues = {"auto", "cpu", "gpu"})
        @Nullable String device,

        @Schema(defaultValue = "64", minimum = "32", maximum = "256", multipleOf = 8) @Nullable Integer resolution,

        @ArraySchema(
                arraySchema = @Schema(description = "Of each level; usually 16-32-64-96."),
                minItems = 2,
                maxItems = 6,
                schema = @Schema(minimum = "4", maximum = "512", multipleOf = 4))
        @Nullable List<Integer> channels,

        @Schema(
                defaultValue = "leaky-relu",
                allowableValues = {"leaky-relu", "relu", "silu", "elu"})
        @Nullable String activation,

        @Schema(defaultValue = "500", minimum = "0", maximum = "20000") @Nullable Integer steps,

        @Schema(defaultValue = "10", minimum = "0", maximum = "100") @Nullable Integer patience,

        @Schema(defaultValue = "8", minimum = "1", maximum = "64") @Nullable Integer batch,

        @Schema(defaultValue = "0.001", minimum = "0.00001", maximum = "0.1") @Nullable Double learningRate,

        @Schema(
                defaultValue = "adam",
                allowableValues = {"adam", "sgd"})
        @Nullable String optimiser,

        @Schema(defaultValue = "1", minimum = "0", maximum = "100") @Nullable Double pixelWeight,

        @Schema(defaultValue = "3", minimum = "0", maximum = "100") @Nullable Double mouthWeight,

        @Schema(defaultValue = "0", minimum = "0", maximum = "100") @Nullable Double temporalWeight,

        @Schema(defaultValue = "0", minimum = "0", maximum = "100") @Nullable Double gradientWeight,

        @Schema(defaultValue = "0.01", minimum = "0", maximum = "1") @Nullable Double adversarialWeight,

        @Schema(defaultValue = "300", minimum = "0", maximum = "20000") @Nullable Integer adversarialFrom,

        @Schema(defaultValue = "1") @Nullable Long seed) {
    static TrainingSettings orDefaults(@Nullable RequestedSettings asked) {
        return asked == null ? TrainingSettings.usual() : asked.settled();
    }

    private TrainingSettings settled() {
        DraftSettings draft = DraftSettings.of(profile);
        LossWeights usual = draft.loss;
        draft.renderer = draft.named("renderer", renderer, Renderer.values(), draft.renderer);
        draft.device = draft.named("device", device, Processor.values(), draft.device);
        draft.resolution = or(resolution, draft.resolution);
        draft.channels = channels == null ? draft.channels : whole(channels);
        draft.activation = draft.named("activation", activation, Activation.values(), draft.activation);
        draft.steps = or(steps, draft.steps);
        draft.patience = or(patience, draft.patience);
        draft.batch = or(batch, draft.batch);
        draft.learningRate = or(learningRate, draft.learningRate);
        draft.optimiser = draft.named("optimiser", optimiser, OptimiserKind.values(), draft.optimiser);
        draft.loss = new LossWeights(
                or(pixelWeight, usual.pixel()),
                or(mouthWeight, usual.mouth()),
                or(temporalWeight, usual.temporal()),
                or(gradientWeight, usual.gradient()),
                or(adversarialWeight, usual.adversarial()),
                or(adversarialFrom, usual.adversarialFrom()));
        draft.seed = or(seed, draft.seed);
        return draft.settle();
    }

    /** An absent member of a list is out of every range. */
    private static List<Integer> whole(List<@Nullable Integer> channels) {
        return channels.stream().map(c -> or(c, 0)).toList();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
