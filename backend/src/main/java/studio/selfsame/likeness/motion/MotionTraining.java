package studio.selfsame.likeness.motion;

import java.util.Arrays;
import java.util.Random;

/**
 * The course of one training: Adam on stretches of the footage, a moving mean of the weights, and of these the ones that
 * do best on the last part of the footage, which is never trained on. The same seed gives the same weights.
 */
final class MotionTraining {
    private static final double HELD_OUT = 0.12;
    private static final int MOST_HELD_OUT = 1000;
    private static final double STEPS_PER_SECOND = 8;
    private static final int FEWEST = 300;
    private static final int MOST = 1200;
    private static final int SCORE_EVERY = 50;
    private static final int WARM_UP = 30;
    private static final double LEARNING_RATE = 3e-3;
    private static final float MEMORY = 0.98f;

    private final MotionExamples examples;
    private final int held;
    private final int end;

    MotionTraining(MotionExamples examples) {
        this.examples = examples;
        end = examples.end();
        held = end - (int) Math.min(MOST_HELD_OUT, HELD_OUT * end);
    }

    MotionNet run(MotionLoss loss, long seed, MouthMotion.Watch watch) {
        int[] starts = examples.starts(held, MotionBatch.LENGTH);
        int total = (int) Math.clamp(STEPS_PER_SECOND * held * MotionInputs.STEP_US / 1e6, FEWEST, MOST);
        MotionTrainer trainer = new MotionTrainer(loss, seed);
        Random random = new Random(seed);
        MotionNet mean = trainer.net().copy();
        MotionNet best = mean;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < total; step++) {
            double warm = Math.min(1, (step + 1.0) / WARM_UP);
            double rate = LEARNING_RATE * warm * (0.02 + 0.49 * (1 + Math.cos(Math.PI * step / total)));
            trainer.step(MotionBatch.draw(examples, starts, random), random, rate);
            mean.approach(trainer.net(), 1 - Math.min(MEMORY, (step + 1f) / (step + 10f)));
            if ((step + 1) % SCORE_EVERY == 0 || step + 1 == total) {
                double error = error(mean);
                if (error < least) {
                    least = error;
                    best = mean.copy();
                }
                watch.step(step + 1, total, error);
            }
        }
        return best;
    }

    /** Mean distance in lip space over the held-out part, of both drives: sound with phones, and phones alone. */
    private double error(MotionNet net) {
        float[][] both = Arrays.copyOfRange(examples.inputs(), held, end);
        float[][] phones = new float[both.length][];
        for (int i = 0; i < both.length; i++) {
            phones[i] = both[i].clone();
            Arrays.fill(phones[i], 0, MotionInputs.HEARD, 0);
        }
        return (error(net.run(both)) + error(net.run(phones))) / 2;
    }

    private double error(float[][] drawn) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (examples.seen()[held + i]) {
                double squares = 0;
                for (int k = 0; k < LipSpace.COMPONENTS; k++) {
                    double e = drawn[i][k] - examples.outputs()[held + i][k];
                    squares += e * e;
                }
                sum += Math.sqrt(squares);
                n++;
            }
        }
        return sum / Math.max(1, n);
    }
}
