package studio.selfsame.likeness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.NetCost;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.net.ResidualTrainer;

/** What a training step of each profile costs: by counting, and by doing a few on made-up pictures. */
public final class ProfileMeasure {
    private static final int STEPS = 3;

    private ProfileMeasure() {}

    /** Figures by profile, as a user would read them. */
    public static Map<String, String> measure() {
        Map<String, String> told = new LinkedHashMap<>();
        for (Profile profile : Profile.values()) {
            TrainingSettings settings = profile.settings();
            NetShape shape = settings.netShape();
            boolean judged = settings.renderer() == Renderer.ADVERSARIAL;
            NetCost net = ResidualTrainer.cost(shape);
            NetCost whole = judged ? net.plus(ResidualTrainer.costOfDiscriminator(shape)) : net;
            double products = whole.productsOfStep(settings.batch()) / 1e9;
            double seconds = seconds(settings, shape, judged);
            told.put(
                    "profile " + profile,
                    String.format(
                            Locale.ROOT,
                            "%d px, %.2f million weights, %.1f thousand million products and %.0f MiB a step of %d; here %.2f s"
                                    + " a step (%.0f thousand million products a second), %,.2f h for its %,d steps",
                            settings.resolution(),
                            whole.parameters() / 1e6,
                            products,
                            whole.bytesOfStep(settings.batch()) / (double) (1 << 20),
                            settings.batch(),
                            seconds,
                            products / seconds,
                            seconds * settings.steps() / 3600,
                            settings.steps()));
        }
        return told;
    }

    /** Of a step, once warm; against the discriminator where the profile has one. */
    private static double seconds(TrainingSettings settings, NetShape shape, boolean judged) {
        ResidualTrainer trainer = new ResidualTrainer(
                shape, settings.seed(), settings.losses(false), settings.optimiser(), settings.device());
        Batch batch = batch(settings.batch(), shape, new Random(settings.seed()));
        trainer.step(batch, settings.learningRate(), judged);
        long began = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            trainer.step(batch, settings.learningRate(), judged);
        }
        return (System.nanoTime() - began) / 1e9 / STEPS;
    }

    private static Batch batch(int size, NetShape shape, Random random) {
        int area = shape.sizePx() * shape.sizePx();
        return new Batch(
                size,
                noise(size * NetShape.INPUTS * area, random),
                noise(size * shape.values(), random),
                noise(size * 3 * area, random),
                noise(size * area, random));
    }

    private static float[] noise(int length, Random random) {
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = random.nextFloat();
        }
        return noise;
    }
}
