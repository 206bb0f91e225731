package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import studio.selfsame.likeness.net.AutoencoderTrainer;
import studio.selfsame.likeness.net.NetShape;

/**
 * Trains the autoencoder of two looks of one verified person: how they look before their own camera, and in the studio.
 * What it gives draws the studio look of what they do in the casual one.
 *
 * <p>Nobody filmed the same moment in both looks. So what is held out are studio frames, drawn from others like them and
 * from their own disguise, which stands in for the casual look; beside that the same frames are drawn by retrieval alone.
 * The network is kept only if it is better by {@link LikenessTrainer#LEAST_GAIN_DB}.
 */
final class LookTrainer {
    private LookTrainer() {}

    static NetShape shape(TrainingSettings settings) {
        return new NetShape(settings.resolution(), 0, settings.channels(), settings.activation());
    }

    /** As {@link LikenessTrainer#train}. */
    static LikenessTrainer.Result train(
            Dataset studio, LookCrops casual, TrainingSettings settings, byte[] checkpoint, LikenessTrainer.Watch watch)
            throws IOException {
        LikenessTrainer.HeldOut held = LikenessTrainer.heldOut(studio, settings);
        Map<String, Double> metrics = new TreeMap<>(held.score().baselines());
        double alone = Objects.requireNonNull(metrics.get("retrievalPsnrDb"));
        LookExamples examples = new LookExamples(studio, casual, settings, held.order()::batch);
        AutoencoderTrainer trainer = new AutoencoderTrainer(
                shape(settings), settings.seed(), settings.losses(false), settings.optimiser(), settings.device());
        TrainingRun.Outcome outcome = new TrainingRun<>(
                        settings,
                        trainer,
                        examples::of,
                        (both, rate, judged) -> trainer.step(both.casual(), both.studio(), rate),
                        () -> held.score().network(batch -> trainer.residual(examples.heldOut(batch))),
                        () -> held.preview().png(batch -> trainer.residual(examples.heldOut(batch))))
                .train(alone, checkpoint, watch);
        metrics.put("heldOutPsnrDb", outcome.keptDb());
        metrics.put("keptStep", (double) outcome.keptStep());
        metrics.put("takeFrames", (double) casual.crops().size());
        boolean better = outcome.keptDb() >= alone + LikenessTrainer.LEAST_GAIN_DB;
        LikenessModel model = studio.model();
        return new LikenessTrainer.Result(
                better ? model.withLook(new LookNetwork(trainer.toOnnx(), shape(settings), casual.mean())) : model,
                (better ? Renderer.AUTOENCODER : Renderer.RETRIEVAL).toString(),
                metrics,
                outcome.steps(),
                outcome.seconds(),
                outcome.ended());
    }
}
