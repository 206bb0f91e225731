package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.selfsame.likeness.net.AutoencoderTrainer;
import studio.selfsame.likeness.net.LookBatch;
import studio.selfsame.likeness.net.LookExamples;
import studio.selfsame.likeness.net.NetShape;

/**
 * Trains the autoencoder of two looks of one verified person: A is how they look before their own camera, B how they look
 * in the studio. What it gives draws B from A.
 *
 * <p>Input: crops of the face in stabilised space, {@code 3×S×S}, 8 bits gamma-coded, of one and the same region for both
 * looks; S is the settings' resolution. The looks need not say the same words nor be as long. The last eighth of B is
 * held out: the score is how well it is given back, the stop rule, the best weights and checkpoints are as in
 * {@link LikenessTrainer}.
 */
final class LookTrainer {
    static final int LEAST_CROPS = 16;
    private static final int HELD_OUT = 8;
    private static final int ROWS = 3;

    private final TrainingSettings settings;
    private final AutoencoderTrainer trainer;
    private final LookExamples a;
    private final LookExamples b;
    private final float[] heldA;
    private final float[] heldB;
    private final float[] weight;

    /** @param network draws B from A: for {@link studio.selfsame.likeness.net.LookSession} */
    record Result(
            byte[] network, NetShape shape, Map<String, Double> metrics, int steps, double seconds, String ended) {}

    private record Both(LookBatch a, LookBatch b) {}

    private LookTrainer(TrainingSettings settings, List<byte[]> lookA, List<byte[]> lookB, float[] weight) {
        if (lookA.size() < LEAST_CROPS || lookB.size() < LEAST_CROPS) {
            throw new IllegalArgumentException("looks of " + lookA.size() + " and " + lookB.size() + " crops");
        }
        this.settings = settings;
        this.weight = weight;
        trainer = new AutoencoderTrainer(
                shape(settings), settings.seed(), settings.losses(false), settings.optimiser(), settings.device());
        int learnA = lookA.size() - lookA.size() / HELD_OUT;
        int learnB = lookB.size() - lookB.size() / HELD_OUT;
        a = new LookExamples(lookA.subList(0, learnA), settings.resolution(), weight, 2 * settings.seed());
        b = new LookExamples(lookB.subList(0, learnB), settings.resolution(), weight, 2 * settings.seed() + 1);
        heldA = joined(lookA.subList(learnA, lookA.size()));
        heldB = joined(lookB.subList(learnB, lookB.size()));
    }

    static NetShape shape(TrainingSettings settings) {
        return new NetShape(settings.resolution(), 0, settings.channels(), settings.activation());
    }

    /**
     * @param weight of each pixel of a crop in the loss, {@code S×S}, e.g. more around the mouth; not all 0
     * @param checkpoint of an earlier, killed training with the same settings; empty to start anew
     */
    static Result train(
            List<byte[]> lookA,
            List<byte[]> lookB,
            float[] weight,
            TrainingSettings settings,
            byte[] checkpoint,
            LikenessTrainer.Watch watch)
            throws IOException {
        return new LookTrainer(settings, lookA, lookB, weight).train(checkpoint, watch);
    }

    private Result train(byte[] checkpoint, LikenessTrainer.Watch watch) throws IOException {
        Schedule schedule = new Schedule(settings);
        BestWeights best = new BestWeights();
        Checkpoint resumed = Checkpoint.read(checkpoint, trainer, best);
        Pace pace = new Pace(resumed);
        double copied = psnr(firstOf(heldA, heldB.length), heldB);
        double held = Double.NaN;
        int step = resumed.step();
        boolean stopped = schedule.stops(best);
        try (BatchesAhead<Both> batches = new BatchesAhead<>(this::examples, step, settings.steps())) {
            while (step < settings.steps() && !stopped) {
                Both examples = batches.next();
                double loss = trainer.step(examples.a(), examples.b(), schedule.rate(step));
                step++;
                boolean scored = schedule.scoresAfter(step);
                if (scored) {
                    held = psnr(trainer.drawn(heldB, "b"), heldB);
                    best.offer(trainer, step, held, false);
                    stopped = schedule.stops(best);
                    watch.sample(step, sample());
                    watch.checkpoint(new Checkpoint(step, pace.seconds()).with(trainer, best));
                }
                pace.tell(watch, step, settings.steps());
                if (scored || schedule.reportsAfter(step)) {
                    watch.step(step, loss, held, copied);
                }
            }
        }
        best.giveTo(trainer);
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("heldOutPsnrDb", best.keptDb());
        metrics.put("keptStep", (double) best.keptStep());
        return new Result(
                trainer.toOnnx(), shape(settings), metrics, step, pace.seconds(), schedule.why(stopped, best));
    }

    private Both examples(int step) {
        return new Both(a.batch(step, settings.batch()), b.batch(step, settings.batch()));
    }

    /** A column each of A, A as B, B as B, B: held-out faces. */
    private byte[] sample() throws IOException {
        int picture = 3 * settings.resolution() * settings.resolution();
        int rows = Math.min(ROWS, Math.min(heldA.length, heldB.length) / picture);
        float[] fromA = trainer.drawn(firstOf(heldA, rows * picture), "b");
        float[] fromB = trainer.drawn(firstOf(heldB, rows * picture), "b");
        Tiles tiles = new Tiles(rows, 4, settings.resolution());
        for (int row = 0; row < rows; row++) {
            tiles.put(row, 0, heldA, row * picture);
            tiles.put(row, 1, fromA, row * picture);
            tiles.put(row, 2, fromB, row * picture);
            tiles.put(row, 3, heldB, row * picture);
        }
        return tiles.png();
    }

    private static float[] firstOf(float[] pictures, int length) {
        return Arrays.copyOf(pictures, Math.min(pictures.length, length));
    }

    private static float[] joined(List<byte[]> crops) {
        float[] all = new float[crops.size() * crops.getFirst().length];
        for (int i = 0; i < crops.size(); i++) {
            float[] crop = LookExamples.floats(crops.get(i));
            System.arraycopy(crop, 0, all, i * crop.length, crop.length);
        }
        return all;
    }

    /** dB over as many pictures as both have, weighted. */
    private double psnr(float[] drawn, float[] target) {
        int area = weight.length;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < Math.min(drawn.length, target.length); i++) {
            double e = Math.clamp(drawn[i], 0, 1) - target[i];
            sum += weight[i % area] * e * e;
            weights += weight[i % area];
        }
        return -10 * Math.log10(Math.max(1e-10, sum / weights));
    }
}
