package studio.selfsame.likeness.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a training step costs, by arithmetic and by the clock, of the networks of both profiles. Arguments: how many steps
 * to measure of each (3 when left out; a step of the GPU profile takes tens of seconds on a CPU core).
 */
public final class TrainingCost {
    private static final int VALUES = 16;
    private static final int BATCH = 8;

    private TrainingCost() {}

    public static void main(String[] arguments) {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        boolean quick = arguments.length > 1;
        say("network", "parameters", "MACs/example", "MACs/step", "MiB/step", "s/step", "+critic");
        of("cpu, 64 px, 16-32-64-96", new NetShape(64, VALUES, List.of(16, 32, 64, 96), Activation.LEAKY_RELU), steps);
        of("cpu, 96 px, 16-32-64-96", new NetShape(96, VALUES, List.of(16, 32, 64, 96), Activation.LEAKY_RELU), steps);
        if (!quick) {
            of(
                    "gpu, 256 px, 48-96-192-384-384",
                    new NetShape(256, VALUES, List.of(48, 96, 192, 384, 384), Activation.LEAKY_RELU),
                    Math.min(steps, 3));
        }
    }

    private static void of(String name, NetShape shape, int steps) {
        NetCost cost = ResidualTrainer.cost(shape);
        NetCost critic = ResidualTrainer.costOfDiscriminator(shape);
        say(
                name,
                "%,d + %,d".formatted(cost.parameters(), critic.parameters()),
                "%.3f G".formatted(cost.products() / 1e9),
                "%.1f G".formatted(cost.productsOfStep(BATCH) / 1e9),
                "%,d".formatted(cost.bytesOfStep(BATCH) >> 20),
                "%.3f".formatted(seconds(shape, steps, false)),
                "%.3f".formatted(seconds(shape, steps, true)));
    }

    /** The median of {@code steps}, after one that is not counted. */
    private static double seconds(NetShape shape, int steps, boolean judged) {
        ResidualTrainer trainer =
                new ResidualTrainer(shape, 1, new LossWeights(1, 3, 0, 0, 0.01, 0), OptimiserKind.ADAM, Processor.CPU);
        Batch batch = batch(shape);
        trainer.step(batch, 1e-4, judged);
        double[] took = new double[steps];
        for (int i = 0; i < steps; i++) {
            long began = System.nanoTime();
            trainer.step(batch, 1e-4, judged);
            took[i] = (System.nanoTime() - began) / 1e9;
        }
        Arrays.sort(took);
        return took[steps / 2];
    }

    private static Batch batch(NetShape shape) {
        Random random = new Random(1);
        int area = shape.sizePx() * shape.sizePx();
        float[] weight = new float[BATCH * area];
        Arrays.fill(weight, 1);
        return new Batch(
                BATCH,
                uniform(random, BATCH * NetShape.INPUTS * area),
                uniform(random, BATCH * VALUES),
                uniform(random, BATCH * 3 * area),
                weight);
    }

    private static float[] uniform(Random random, int n) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = random.nextFloat();
        }
        return out;
    }

    private static void say(String... columns) {
        System.out.printf(Locale.ROOT, "%-32s %24s %14s %12s %10s %8s %8s%n", (Object[]) columns);
    }
}
