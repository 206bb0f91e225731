package studio.selfsame.likeness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.net.Activation;
import studio.selfsame.likeness.net.LossWeights;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.net.OptimiserKind;
import studio.selfsame.likeness.net.Processor;
import studio.selfsame.problem.ProblemException;

/** Training settings being chosen; settling them tells every fault at once. */
final class DraftSettings {
    private final List<String> faults = new ArrayList<>();
    Renderer renderer;
    Processor device;
    int resolution;
    List<Integer> channels;
    Activation activation;
    int steps;
    int patience;
    int batch;
    double learningRate;
    OptimiserKind optimiser;
    LossWeights loss;
    long seed;

    DraftSettings(TrainingSettings from) {
        renderer = from.renderer();
        device = from.device();
        resolution = from.resolution();
        channels = from.channels();
        activation = from.activation();
        steps = from.steps();
        patience = from.patience();
        batch = from.batch();
        learningRate = from.learningRate();
        optimiser = from.optimiser();
        loss = from.loss();
        seed = from.seed();
    }

    /** Draft of a profile; an unknown one is a fault, and the usual one stands in for it. */
    static DraftSettings of(@Nullable String profile) {
        DraftSettings usual = Profile.CPU.settings().draft();
        Profile named = usual.named("profile", profile, Profile.values(), Profile.CPU);
        DraftSettings draft = named.settings().draft();
        draft.faults.addAll(usual.faults);
        return draft;
    }

    /** The choice of that text, ignoring case; an unknown one is a fault; none is {@code usual}. */
    <E extends Enum<E>> E named(String name, @Nullable String text, E[] choices, E usual) {
        if (text == null) {
            return usual;
        }
        for (E choice : choices) {
            if (choice.toString().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        faults.add("`%s` is `%s`; allowed is %s"
                .formatted(
                        name, text, Arrays.stream(choices).map(Enum::toString).collect(Collectors.joining(", "))));
        return usual;
    }

    /** The settings, if all are in range. */
    TrainingSettings settle() {
        range("steps", steps, 0, 20_000);
        range("patience", patience, 0, 100);
        range("batch", batch, 1, 64);
        range("resolution", resolution, 32, 256);
        range("learningRate", learningRate, 1e-5, 1e-1);
        range("pixelWeight", loss.pixel(), 0, 100);
        range("mouthWeight", loss.mouth(), 0, 100);
        range("temporalWeight", loss.temporal(), 0, 100);
        range("gradientWeight", loss.gradient(), 0, 100);
        range("adversarialWeight", loss.adversarial(), 0, 1);
        range("adversarialFrom", loss.adversarialFrom(), 0, 20_000);
        channels();
        if (loss.pixel() + loss.gradient() == 0) {
            faults.add("`pixelWeight` and `gradientWeight` are both 0; nothing would be learnt");
        }
        if (loss.temporal() > 0 && batch % 2 != 0) {
            faults.add("`batch` is `" + batch + "`; with a `temporalWeight` it must be even");
        }
        if (!faults.isEmpty()) {
            throw ProblemException.unusable(
                    "training",
                    faults.size() == 1
                            ? "The setting " + faults.getFirst() + "."
                            : faults.size() + " settings cannot be used: " + String.join("; ", faults) + ".",
                    "Training was not started.",
                    "Choose values in those ranges, or leave the settings out.");
        }
        return new TrainingSettings(
                renderer,
                device,
                resolution,
                channels,
                activation,
                steps,
                patience,
                batch,
                learningRate,
                optimiser,
                loss,
                seed);
    }

    private void channels() {
        int levels = channels.size();
        boolean wide = channels.stream().allMatch(c -> c >= 4 && c <= 512 && c % 4 == 0);
        if (levels < NetShape.FEWEST_LEVELS || levels > NetShape.MOST_LEVELS || !wide) {
            faults.add("`channels` is `" + channels
                    + "`; allowed is a list of 2 to 6 numbers, each 4 to 512 and a multiple of 4");
        } else if (resolution % NetShape.multiple(channels) != 0 || resolution % 8 != 0) {
            faults.add("`resolution` is `" + resolution + "`; allowed is a multiple of "
                    + Math.max(8, NetShape.multiple(channels)) + ", for " + levels + " levels of channels");
        }
    }

    private void range(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            faults.add("`%s` is `%s`; allowed is %s to %s".formatted(name, plain(value), plain(least), plain(most)));
        }
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
