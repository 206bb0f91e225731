package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * How well frames that were never trained on are drawn from the others, as PSNR over the pixels around the mouth in
 * stabilised space, beside what it takes no network, or no skill, to reach.
 */
final class HeldOutScore {
    private static final int MOST = 96;
    private static final int APART = 12;

    /** @param sources it is drawn from */
    private record Pair(int target, Mixture sources) {}

    private final Dataset data;
    private final ResidualExamples examples;
    private final List<Pair> pairs = new ArrayList<>();
    private final int training;
    private final long seed;

    /**
     * @param training frames before this position are trained on, the rest is held out
     */
    HeldOutScore(Dataset data, ResidualExamples examples, Retrieval trained, int training, long seed) {
        this.data = data;
        this.examples = examples;
        this.training = training;
        this.seed = seed;
        int held = data.model().sources().size() - training;
        int every = Math.max(1, held / MOST);
        for (int i = training; i < data.model().sources().size(); i += every) {
            SourceFrame target = data.model().sources().get(i);
            Retrieval.Wanted wanted = LikenessTrainer.wanted(target);
            int chosen = trained.nearest(wanted, 1, target.frameIndex(), APART)[0];
            pairs.add(new Pair(i, trained.withOthers(wanted, chosen, target.frameIndex(), APART)));
        }
    }

    /** dB over all held-out frames, with a network's residual. */
    double network(Function<Batch, float[]> residual) {
        double[] sum = new double[2];
        for (Pair pair : pairs) {
            Batch batch = batch(pair.target(), pair.sources());
            add(sum, batch, drawn(batch, residual.apply(batch)), pair.target());
        }
        return psnr(sum);
    }

    /** The baselines by name: retrieval alone, the mean face, and retrieval driven by some other frame's lips. */
    Map<String, Double> baselines() {
        double[] retrieval = new double[2];
        double[] mean = new double[2];
        double[] wrong = new double[2];
        float[] meanFace = meanFace();
        Random random = new Random(seed);
        for (Pair pair : pairs) {
            Batch right = batch(pair.target(), pair.sources());
            Batch other = batch(pair.target(), Mixture.alone(random.nextInt(training)));
            add(retrieval, right, drawn(right, null), pair.target());
            add(wrong, other, drawn(other, null), pair.target());
            add(mean, right, meanFace, pair.target());
        }
        return Map.of(
                "retrievalPsnrDb", psnr(retrieval), "meanFacePsnrDb", psnr(mean), "wrongDrivePsnrDb", psnr(wrong));
    }

    private Batch batch(int target, Mixture sources) {
        return examples.batch(data, new int[] {target}, List.of(sources));
    }

    private float[] drawn(Batch batch, float @org.jspecify.annotations.Nullable [] residual) {
        int area = batch.target().length / 3;
        float[] out = new float[3 * area];
        for (int i = 0; i < out.length; i++) {
            out[i] = batch.pictures()[3 * area + i] + (residual == null ? 0 : residual[i]);
        }
        return out;
    }

    private float[] meanFace() {
        float[] mean = new float[data.crops().getFirst().length];
        for (int i = 0; i < training; i++) {
            float[] crop = Dataset.floats(data.crops().get(i));
            for (int k = 0; k < mean.length; k++) {
                mean[k] += crop[k] / training;
            }
        }
        return mean;
    }

    private void add(double[] sum, Batch batch, float[] drawn, int target) {
        NetShape shape = data.model().netShape();
        FaceRegion region = data.model().netRegion();
        StabilisedFace face = data.model().sources().get(target).face();
        int size = shape.sizePx();
        int area = size * size;
        for (int i = 0; i < area; i++) {
            double x = region.x((i % size + 0.5) / size);
            double y = region.y((i / size + 0.5) / size);
            if (ResidualExamples.nearMouth(face.lips(), x, y)) {
                for (int c = 0; c < 3; c++) {
                    double e = Math.clamp(drawn[c * area + i], 0, 1) - batch.target()[c * area + i];
                    sum[0] += e * e;
                    sum[1]++;
                }
            }
        }
    }

    private static double psnr(double[] sum) {
        return -10 * Math.log10(Math.max(1e-10, sum[0] / Math.max(1, sum[1])));
    }
}
