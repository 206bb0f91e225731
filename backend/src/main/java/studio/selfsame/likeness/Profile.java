package studio.selfsame.likeness;

import java.util.List;
import java.util.Locale;
import studio.selfsame.likeness.net.Activation;
import studio.selfsame.likeness.net.LossWeights;
import studio.selfsame.likeness.net.OptimiserKind;
import studio.selfsame.likeness.net.Processor;

/** Presets of all training settings, for a kind of machine. */
enum Profile {
    /** Minutes on two cores of a laptop. */
    CPU(new TrainingSettings(
            Renderer.RESIDUAL,
            Processor.AUTO,
            64,
            List.of(16, 32, 64, 96),
            Activation.LEAKY_RELU,
            500,
            10,
            8,
            1e-3,
            OptimiserKind.ADAM,
            new LossWeights(1, 3, 0, 0, 0.01, 300),
            1)),
    /** Large pictures for a graphics card; on a CPU days. */
    GPU(new TrainingSettings(
            Renderer.ADVERSARIAL,
            Processor.AUTO,
            256,
            List.of(48, 96, 192, 384, 384),
            Activation.LEAKY_RELU,
            6000,
            10,
            8,
            1e-3,
            OptimiserKind.ADAM,
            new LossWeights(1, 3, 0.5, 0, 0.01, 1000),
            1));

    private final TrainingSettings settings;

    Profile(TrainingSettings settings) {
        this.settings = settings;
    }

    TrainingSettings settings() {
        return settings;
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
