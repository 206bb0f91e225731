package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import studio.selfsame.likeness.net.ResidualTrainer;

/**
 * Trains the residual network of one person on their own frames, against a discriminator if that is asked for. A
 * contiguous tail is held out. The network is kept only if it draws the held-out frames better than retrieval alone, and
 * as it was when it drew them best.
 */
final class LikenessTrainer {
    private static final double HELD_OUT = 0.12;
    /** The network must earn its place by this much: of less, at other moments nothing is left. */
    static final double LEAST_GAIN_DB = 0.3;

    /** What training tells and asks while it runs. What throws ends it. */
    interface Watch {
        /** @param heldOutPsnrDb of the newest score; NaN before the first */
        void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb);

        /** Keeps what is needed to go on after a kill. */
        void checkpoint(byte[] state) throws IOException;

        /**
         * How fast it goes; told from the fifth step on.
         *
         * @param secondsPerStep measured since this process began, scores and samples included
         * @param stepsLeft at most
         */
        default void pace(double secondsPerStep, int stepsLeft) {}

        /** @param png what the network draws after {@code step}: a column each of plate, retrieved, drawn, truth */
        default void sample(int step, byte[] png) throws IOException {}
    }

    /**
     * @param metrics held-out figures by name, dB around the mouth
     * @param steps that were trained, those of earlier attempts included
     * @param seconds they took
     * @param ended why training ended, in words
     */
    record Result(
            LikenessModel model,
            String technique,
            Map<String, Double> metrics,
            int steps,
            double seconds,
            String ended) {}

    private LikenessTrainer() {}

    /**
     * The split that every training shares.
     *
     * @param order what each step learns from
     * @param score of the frames that are held out
     * @param preview of some of them
     */
    record HeldOut(TrainingOrder order, HeldOutScore score, SamplePreview preview) {}

    static HeldOut heldOut(Dataset data, TrainingSettings settings) {
        List<SourceFrame> sources = data.model().sources();
        int training = sources.size() - Math.max(8, (int) (HELD_OUT * sources.size()));
        Retrieval retrieval = new Retrieval(sources.subList(0, training));
        ResidualExamples examples =
                new ResidualExamples(data.model(), settings.loss().mouth());
        return new HeldOut(
                new TrainingOrder(data, examples, retrieval, training, settings),
                new HeldOutScore(data, examples, retrieval, training, settings.seed()),
                new SamplePreview(data, examples, retrieval, training));
    }

    /** @param checkpoint of an earlier, killed training with the same settings; empty to start anew */
    static Result train(Dataset data, TrainingSettings settings, byte[] checkpoint, Watch watch) throws IOException {
        LikenessModel model = data.model();
        HeldOut held = heldOut(data, settings);
        Map<String, Double> metrics = new TreeMap<>(held.score().baselines());
        double alone = Objects.requireNonNull(metrics.get("retrievalPsnrDb"));
        if (settings.trainsNothing()) {
            metrics.put("heldOutPsnrDb", alone);
            return new Result(model, Renderer.RETRIEVAL.toString(), metrics, 0, 0, "nothing to train");
        }
        ResidualTrainer trainer = new ResidualTrainer(
                model.netShape(),
                settings.seed(),
                settings.losses(held.order().inPairs()),
                settings.optimiser(),
                settings.device());
        TrainingRun.Outcome outcome = new TrainingRun<>(
                        settings,
                        trainer,
                        held.order()::batch,
                        trainer::step,
                        () -> held.score().network(trainer::residual),
                        () -> held.preview().png(trainer::residual))
                .train(alone, checkpoint, watch);
        metrics.put("heldOutPsnrDb", outcome.keptDb());
        metrics.put("keptStep", (double) outcome.keptStep());
        boolean better = outcome.keptDb() >= alone + LEAST_GAIN_DB;
        return new Result(
                better ? model.withNetwork(trainer.toOnnx()) : model,
                (better ? settings.renderer() : Renderer.RETRIEVAL).toString(),
                metrics,
                outcome.steps(),
                outcome.seconds(),
                outcome.ended());
    }

    /** A frame's own mouth as something to look for. */
    static Retrieval.Wanted wanted(SourceFrame frame) {
        return new Retrieval.Wanted(
                Retrieval.Mouth.of(frame.face().lips(), frame.values(), frame.pose()),
                frame.face().pose());
    }
}
