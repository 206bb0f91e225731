package studio.selfsame.likeness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import studio.selfsame.likeness.net.AutoencoderTrainer;
import studio.selfsame.likeness.net.NetCost;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.net.ResidualTrainer;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.problem.ProblemException;

/** What a training would take, weighed against what it may take, before it does. */
@Component
class TrainingBudget {
    /** Of the heap, what training may fill; the rest is the process's own. */
    private static final double SHARE_OF_HEAP = 0.85;

    private static final long OWN_HEAP = 64L << 20;
    /** Of a frame beside its pictures: contours and lip values. */
    private static final long FRAME = 1500;
    /** Of a frame, what is mixed and matched by. */
    private static final long SMALL = wide(LikenessModel.MIX_PX) + 3L * ColourMatch.GRID * ColourMatch.GRID;

    /** Being trained on, made ahead, being made, scored. */
    private static final int BATCHES = 4;
    /** Of both looks: seen, started from, wanted, weight. */
    private static final int LOOK_CHANNELS = 2 * (3 + 3 + 3 + 1);
    /** Weights, two moments, a gradient, best weights and their next copy, a checkpoint with its buffer. */
    private static final int COPIES = 14;

    private final TrainingLimits limits;
    private final long heap;

    @Autowired
    TrainingBudget(TrainingLimits limits) {
        this(limits, Runtime.getRuntime().maxMemory());
    }

    /** @param heap largest Java heap, bytes */
    TrainingBudget(TrainingLimits limits, long heap) {
        this.limits = limits;
        this.heap = heap;
    }

    /** Bytes of Java heap, from above. */
    static long heapNeeded(int frames, TrainingSettings settings) {
        long area = (long) settings.resolution() * settings.resolution();
        long ofLook = settings.looksAtTakes() ? LookCrops.MOST_FRAMES * (3 * area + FRAME) : 0;
        long pictures = frames * (3 * area + wide(settings.resolution()) + SMALL + FRAME) + ofLook;
        if (settings.trainsNothing()) {
            return OWN_HEAP + pictures;
        }
        long channels = NetShape.INPUTS + 4 + (settings.looksAtTakes() ? LOOK_CHANNELS : 0);
        long batches = BATCHES * settings.batch() * channels * area * Float.BYTES;
        return OWN_HEAP
                + pictures
                + batches
                + COPIES * Float.BYTES * cost(settings).parameters();
    }

    private static long wide(int sizePx) {
        long side = LikenessModel.wide(sizePx);
        return 3 * side * side;
    }

    /** Bytes beside the heap, from above. */
    static long nativeNeeded(TrainingSettings settings) {
        return settings.trainsNothing() ? 0 : cost(settings).bytesOfStep(settings.batch());
    }

    private static NetCost cost(TrainingSettings settings) {
        if (settings.looksAtTakes()) {
            return AutoencoderTrainer.cost(LookTrainer.shape(settings));
        }
        NetCost net = ResidualTrainer.cost(settings.netShape());
        return settings.renderer() == Renderer.ADVERSARIAL
                ? net.plus(ResidualTrainer.costOfDiscriminator(settings.netShape()))
                : net;
    }

    /**
     * Before anything is read but the tracking: refuses what would run out of memory.
     *
     * @param gpu whether steps are computed in the memory of a GPU, which is not counted here
     */
    void checkMemory(int frames, TrainingSettings settings, boolean gpu) {
        List<String> lacks = new ArrayList<>();
        long heapNeeded = heapNeeded(frames, settings);
        if (heapNeeded > SHARE_OF_HEAP * heap) {
            lacks.add("%s of the worker's Java memory, of which it may use %s (`selfsame.host.worker-heap-mib`)"
                    .formatted(mib(heapNeeded), mib((long) (SHARE_OF_HEAP * heap))));
        }
        long nativeNeeded = nativeNeeded(settings);
        if (!gpu && nativeNeeded > limits.nativeMemory().toBytes()) {
            lacks.add("%s for each step, of which it may use %s (`selfsame.likeness.native-memory`)"
                    .formatted(mib(nativeNeeded), mib(limits.nativeMemory().toBytes())));
        }
        if (!lacks.isEmpty()) {
            throw refused(
                    "Training on " + frames + " frames at " + settings.resolution() + " px with batches of "
                            + settings.batch() + " would need about " + String.join(", and ", lacks) + ".",
                    "Choose a smaller resolution, fewer channels or a smaller batch, or ask the operator for more"
                            + " memory.");
        }
    }

    /** Once a few steps have been measured: refuses what would take too long. */
    void checkTime(double secondsPerStep, int stepsLeft) {
        double seconds = secondsPerStep * stepsLeft;
        Duration most = limits.longestTraining();
        if (seconds > most.toSeconds()) {
            throw refused(
                    String.format(
                            Locale.ROOT,
                            "A step takes %.2f s here; the %d steps left would take about %.1f h, and %.1f h are allowed"
                                    + " (`selfsame.likeness.longest-training`).",
                            secondsPerStep,
                            stepsLeft,
                            seconds / 3600,
                            most.toSeconds() / 3600.0),
                    "Choose fewer steps, a smaller resolution or fewer channels, or train on a GPU.");
        }
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", (bytes >> 20) + 1);
    }

    private static ProblemException refused(String cause, String remedy) {
        return ProblemException.unusable("training", cause, "Training was stopped before it took that much.", remedy);
    }
}
