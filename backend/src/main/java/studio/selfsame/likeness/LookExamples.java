package studio.selfsame.likeness;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.Disguise;
import studio.selfsame.likeness.net.LookBatch;
import studio.selfsame.likeness.picture.FaceRegion;

/**
 * Training examples of both looks. Studio: one of the person's frames to start from and another like it to be drawn, seen
 * in disguise, for there is no casual frame of the very same moment. Casual: a crop to give back, seen in disguise. A
 * step's examples follow from its number and the seed alone.
 */
final class LookExamples {
    private final TrainingSettings settings;
    private final LookCrops casual;
    private final IntFunction<Batch> order;
    private final FaceRegion region;
    private final Disguise disguise;
    private final float[] casualMean;
    private final float[] studioMean;

    /** Of one step. */
    record Both(LookBatch casual, LookBatch studio) {}

    /** @param order studio frames of each step, and what was retrieved for them */
    LookExamples(Dataset studio, LookCrops casual, TrainingSettings settings, IntFunction<Batch> order) {
        this.settings = settings;
        this.casual = casual;
        this.order = order;
        region = studio.model().netRegion();
        disguise = new Disguise(settings.resolution());
        casualMean = Dataset.floats(casual.mean());
        studioMean = Dataset.floats(LookCrops.mean(studio.crops()));
    }

    Both of(int step) {
        Random random = new Random(settings.seed() * 2_000_003 + step);
        return new Both(casual(random), studio(order.apply(step), random));
    }

    /** A held-out frame as it is scored: its disguise is always the same. */
    LookBatch heldOut(Batch batch) {
        return studio(batch, new Random(Arrays.hashCode(batch.target())));
    }

    private LookBatch studio(Batch batch, Random random) {
        int length = studioMean.length;
        int n = batch.target().length / length;
        float[] pictures = new float[n * length];
        float[] from = new float[n * length];
        for (int i = 0; i < n; i++) {
            float[] target = Arrays.copyOfRange(batch.target(), i * length, (i + 1) * length);
            put(disguise.of(target, random), studioMean, pictures, i);
            System.arraycopy(batch.retrieved(i), 0, from, i * length, length);
        }
        return new LookBatch(pictures, from, batch.target(), batch.weight());
    }

    private LookBatch casual(Random random) {
        int n = settings.batch();
        int length = casualMean.length;
        int area = length / 3;
        LookBatch batch =
                new LookBatch(new float[n * length], new float[n * length], new float[n * length], new float[n * area]);
        for (int i = 0; i < n; i++) {
            int chosen = random.nextInt(casual.crops().size());
            float[] crop = Dataset.floats(casual.crops().get(chosen));
            put(disguise.of(crop, random), casualMean, batch.pictures(), i);
            System.arraycopy(casualMean, 0, batch.from(), i * length, length);
            System.arraycopy(crop, 0, batch.target(), i * length, length);
            for (int k = 0; k < area; k++) {
                double x = region.x((k % settings.resolution() + 0.5) / settings.resolution());
                double y = region.y((k / settings.resolution() + 0.5) / settings.resolution());
                boolean mouth = ResidualExamples.nearMouth(casual.lips().get(chosen), x, y);
                batch.weight()[i * area + k] =
                        (float) (1 + (mouth ? settings.loss().mouth() : 0));
            }
        }
        return batch;
    }

    private static void put(float[] picture, float[] mean, float[] into, int example) {
        for (int k = 0; k < picture.length; k++) {
            into[example * picture.length + k] = picture[k] - mean[k];
        }
    }
}
