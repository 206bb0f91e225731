package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.selfsame.likeness.net.Batch;

/**
 * Which frames each step learns from: each is drawn from another one like it, at least half a second away. A step's
 * examples follow from its number and the seed alone, so a resumed training goes on with the same ones.
 */
final class TrainingOrder {
    private static final int APART = 12;
    private static final int NEIGHBOURS = Retrieval.FOUND * 3 / 2;

    private final Dataset data;
    private final ResidualExamples examples;
    private final Retrieval retrieval;
    private final TrainingSettings settings;
    private final List<SourceFrame> frames;
    private final int[][] near;
    /** Frames whose successor was filmed right after them. */
    private final int[] starts;

    /** @param retrieval over the frames that are trained on */
    TrainingOrder(
            Dataset data, ResidualExamples examples, Retrieval retrieval, int training, TrainingSettings settings) {
        this.data = data;
        this.examples = examples;
        this.retrieval = retrieval;
        this.settings = settings;
        frames = data.model().sources().subList(0, training);
        near = new int[training][];
        starts = IntStream.range(0, training - 1).filter(i -> follows(i, i + 1)).toArray();
    }

    Batch batch(int step) {
        Random random = new Random(settings.seed() * 1_000_003 + step);
        int n = settings.batch();
        int[] targets = new int[n];
        int[][] sources = new int[n][];
        if (inPairs()) {
            for (int i = 0; i < n; i += 2) {
                targets[i] = starts[random.nextInt(starts.length)];
                targets[i + 1] = targets[i] + 1;
                sources[i] = like(targets[i], random);
                int then = targets[i + 1];
                sources[i + 1] =
                        IntStream.of(sources[i]).map(s -> after(s, then)).toArray();
            }
        } else {
            for (int i = 0; i < n; i++) {
                targets[i] = random.nextInt(frames.size());
                sources[i] = like(targets[i], random);
            }
        }
        List<Variation> variations = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            // Neighbours in time are seen alike, or their difference would say nothing.
            variations.add(inPairs() && i % 2 == 1 ? variations.get(i - 1) : examples.vary(random));
        }
        List<Mixture> mixtures = IntStream.range(0, n)
                .mapToObj(i -> retrieval.mixture(LikenessTrainer.wanted(frames.get(targets[i])), sources[i]))
                .toList();
        return examples.batch(data, targets, mixtures, variations);
    }

    /** Whether examples 0 and 1, 2 and 3 and so on are neighbours in time. */
    boolean inPairs() {
        return settings.loss().temporal() > 0 && starts.length > 0;
    }

    /** Some of the likest, no two the same where there are enough. */
    private int[] like(int target, Random random) {
        int[] likest = near[target];
        if (likest == null) {
            SourceFrame frame = frames.get(target);
            likest = retrieval.nearest(LikenessTrainer.wanted(frame), NEIGHBOURS, frame.frameIndex(), APART);
            near[target] = likest;
        }
        int[] some = likest.clone();
        for (int i = 0; i < Math.min(Retrieval.FOUND, some.length); i++) {
            int j = i + random.nextInt(some.length - i);
            int chosen = some[j];
            some[j] = some[i];
            some[i] = chosen;
        }
        return Arrays.copyOf(some, Math.min(Retrieval.FOUND, some.length));
    }

    /** The source's own successor, as a drawing would go on; where there is none, the source again. */
    private int after(int source, int target) {
        int next = source + 1;
        boolean apart = next < frames.size()
                && Math.abs(frames.get(next).frameIndex() - frames.get(target).frameIndex()) > APART;
        return apart && follows(source, next) ? next : source;
    }

    private boolean follows(int frame, int next) {
        return frames.get(next).frameIndex() == frames.get(frame).frameIndex() + 1;
    }
}
