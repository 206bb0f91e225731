package studio.selfsame.likeness;

import java.io.IOException;
import java.util.function.IntFunction;
import studio.selfsame.likeness.net.NetTrainer;

/**
 * The steps of one training: learns, scores held-out frames now and then, shows a sample, keeps a checkpoint, and stops
 * where it no longer gets better. The same settings give the same run, cut in the middle or not.
 *
 * @param <B> examples of a step
 */
record TrainingRun<B>(
        TrainingSettings settings,
        NetTrainer trainer,
        IntFunction<B> batches,
        Learning<B> learning,
        Scoring scoring,
        Sampling sampling) {

    /** Learns from examples; gives the loss before. */
    interface Learning<B> {
        double step(B examples, double learningRate, boolean judged);
    }

    /** How well held-out frames are drawn now, dB. */
    interface Scoring {
        double heldOutDb();
    }

    /** What is drawn now, as PNG. */
    interface Sampling {
        byte[] png() throws IOException;
    }

    /** @param keptDb held-out score of the weights that were best, which the trainer has now */
    record Outcome(double keptDb, int keptStep, int steps, double seconds, String ended) {}

    /**
     * @param alone held-out score of retrieval alone, dB
     * @param checkpoint of an earlier, killed training with the same settings; empty to start anew
     */
    Outcome train(double alone, byte[] checkpoint, LikenessTrainer.Watch watch) throws IOException {
        BestWeights best = new BestWeights();
        Checkpoint resumed = Checkpoint.read(checkpoint, trainer, best);
        Pace pace = new Pace(resumed);
        Schedule schedule = new Schedule(settings);
        double held = Double.NaN;
        int step = resumed.step();
        boolean stopped = schedule.stops(best);
        try (BatchesAhead<B> ahead = new BatchesAhead<>(batches, step, settings.steps())) {
            while (step < settings.steps() && !stopped) {
                boolean judged = settings.judgedAt(step);
                double loss = learning.step(ahead.next(), schedule.rate(step), judged);
                step++;
                boolean scored = schedule.scoresAfter(step);
                if (scored) {
                    held = scoring.heldOutDb();
                    best.offer(trainer, step, held, judged);
                    stopped = schedule.stops(best);
                    watch.sample(step, sampling.png());
                    watch.checkpoint(new Checkpoint(step, pace.seconds()).with(trainer, best));
                }
                pace.tell(watch, step, settings.steps());
                if (scored || schedule.reportsAfter(step)) {
                    watch.step(step, loss, held, alone);
                }
            }
        }
        best.giveTo(trainer);
        return new Outcome(best.keptDb(), best.keptStep(), step, pace.seconds(), schedule.why(stopped, best));
    }
}
