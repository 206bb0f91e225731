package studio.selfsame.likeness;

import java.io.IOException;
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
    private static final int SCORE_EVERY = 100;
    private static final int FEWEST_SCORES = 5;
    private static final int REPORT_EVERY = 5;
    private static final int WARM_UP = 20;
    /** The network must earn its place by this much. */
    private static final double LEAST_GAIN_DB = 0.2;

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

    /** @param checkpoint of an earlier, killed training with the same settings; empty to start anew */
    static Result train(Dataset data, TrainingSettings settings, byte[] checkpoint, Watch watch) throws IOException {
        LikenessModel model = data.model();
        int training = model.sources().size()
                - Math.max(8, (int) (HELD_OUT * model.sources().size()));
        Retrieval retrieval = new Retrieval(model.sources().subList(0, training));
        ResidualExamples examples = new ResidualExamples(model, settings.loss().mouth());
        HeldOutScore score = new HeldOutScore(data, examples, retrieval, training, settings.seed());
        Map<String, Double> metrics = new TreeMap<>(score.baselines());
        double alone = Objects.requireNonNull(metrics.get("retrievalPsnrDb"));
        if (settings.trainsNothing()) {
            metrics.put("heldOutPsnrDb", alone);
            return new Result(model, Renderer.RETRIEVAL.toString(), metrics, 0, 0, "nothing to train");
        }
        TrainingOrder order = new TrainingOrder(data, examples, retrieval, training, settings);
        ResidualTrainer trainer = new ResidualTrainer(
                model.netShape(),
                settings.seed(),
                settings.losses(order.inPairs()),
                settings.optimiser(),
                settings.device());
        BestWeights best = new BestWeights();
        Checkpoint resumed = Checkpoint.read(checkpoint, trainer, best);
        SamplePreview preview = new SamplePreview(data, examples, retrieval, training);
        Pace pace = new Pace(resumed);
        int every = Math.clamp(settings.steps() / FEWEST_SCORES, 1, SCORE_EVERY);
        double held = Double.NaN;
        int step = resumed.step();
        boolean stopped = outOfPatience(settings, best);
        try (BatchesAhead batches = new BatchesAhead(order::batch, step, settings.steps())) {
            while (step < settings.steps() && !stopped) {
                boolean judged = settings.judgedAt(step);
                double loss = trainer.step(batches.next(), rate(settings, step), judged);
                step++;
                boolean scored = step % every == 0 || step == settings.steps();
                if (scored) {
                    held = score.network(trainer);
                    best.offer(trainer, step, held, judged);
                    stopped = outOfPatience(settings, best);
                    watch.sample(step, preview.png(trainer));
                    watch.checkpoint(new Checkpoint(step, pace.seconds()).with(trainer, best));
                }
                pace.tell(watch, step, settings.steps());
                if (scored || step % REPORT_EVERY == 1) {
                    watch.step(step, loss, held, alone);
                }
            }
        }
        best.giveTo(trainer);
        metrics.put("heldOutPsnrDb", best.keptDb());
        metrics.put("keptStep", (double) best.keptStep());
        boolean better = best.keptDb() >= alone + LEAST_GAIN_DB;
        return new Result(
                better ? model.withNetwork(trainer.toOnnx()) : model,
                (better ? settings.renderer() : Renderer.RETRIEVAL).toString(),
                metrics,
                step,
                pace.seconds(),
                stopped ? "no improvement on held-out frames in " + best.stale() + " scores" : "all steps done");
    }

    private static boolean outOfPatience(TrainingSettings settings, BestWeights best) {
        return settings.patience() > 0 && best.stale() >= settings.patience();
    }

    private static double rate(TrainingSettings settings, int step) {
        double warm = Math.min(1, (step + 1.0) / WARM_UP);
        return settings.learningRate() * warm * 0.5 * (1 + Math.cos(Math.PI * step / settings.steps()));
    }

    /** A frame's own mouth as something to look for. */
    static Retrieval.Wanted wanted(SourceFrame frame) {
        return new Retrieval.Wanted(
                Retrieval.Mouth.of(frame.face().lips(), frame.values(), frame.pose()),
                frame.face().pose());
    }
}
