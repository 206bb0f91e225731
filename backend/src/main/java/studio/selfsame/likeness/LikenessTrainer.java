package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.ResidualTrainer;

/**
 * Trains the residual network of one person on their own frames, against a discriminator if that is asked for. A
 * contiguous tail is held out. The network is kept only if it draws the held-out frames better than retrieval alone, and
 * as it was when it drew them best.
 */
final class LikenessTrainer {
    private static final double HELD_OUT = 0.12;
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
        Schedule schedule = new Schedule(settings);
        double held = Double.NaN;
        int step = resumed.step();
        boolean stopped = schedule.stops(best);
        try (BatchesAhead<Batch> batches = new BatchesAhead<>(order::batch, step, settings.steps())) {
            while (step < settings.steps() && !stopped) {
                boolean judged = settings.judgedAt(step);
                double loss = trainer.step(batches.next(), schedule.rate(step), judged);
                step++;
                boolean scored = schedule.scoresAfter(step);
                if (scored) {
                    held = score.network(trainer);
                    best.offer(trainer, step, held, judged);
                    stopped = schedule.stops(best);
                    watch.sample(step, preview.png(trainer));
                    watch.checkpoint(new Checkpoint(step, pace.seconds()).with(trainer, best));
                }
                pace.tell(watch, step, settings.steps());
                if (scored || schedule.reportsAfter(step)) {
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
                schedule.why(stopped, best));
    }

    /** A frame's own mouth as something to look for. */
    static Retrieval.Wanted wanted(SourceFrame frame) {
        return new Retrieval.Wanted(
                Retrieval.Mouth.of(frame.face().lips(), frame.values(), frame.pose()),
                frame.face().pose());
    }
}
