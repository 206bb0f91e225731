package studio.selfsame.likeness.motion;

import java.util.Arrays;
import java.util.Optional;
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
    private static final double MOST_GAIN = 1.3;
    /** Of the error of a mouth that never moves; a network that is no better has learnt nothing. */
    private static final double LEAST_BETTER = 0.95;

    private final MotionExamples examples;
    private final float[] opens;
    private final int held;
    private final int end;

    /** @param opens by how much each lip value opens the lips */
    MotionTraining(MotionExamples examples, float[] opens) {
        this.examples = examples;
        this.opens = opens;
        end = examples.end();
        held = end - (int) Math.min(MOST_HELD_OUT, HELD_OUT * end);
    }

    /** Empty where nothing was learnt that holds on the last part of the footage. */
    Optional<MotionNet> run(long seed, MouthMotion.Watch watch) {
        int[] starts = examples.starts(held, MotionBatch.LENGTH);
        int total = (int) Math.clamp(STEPS_PER_SECOND * held * MotionInputs.STEP_US / 1e6, FEWEST, MOST);
        MotionTrainer trainer = new MotionTrainer(MotionLoss.of(opens), seed);
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
        double still = error(new float[end - held][MotionNet.OUTPUTS]);
        return least < LEAST_BETTER * still ? Optional.of(best) : Optional.empty();
    }

    /**
     * By what the network's lips must be enlarged to open as far as the held-out ones: a network that is unsure draws
     * the mean of what may be, which moves less than any of it.
     */
    float gain(MotionNet net, boolean heard) {
        float[][] drawn = net.run(inputs(heard));
        double[] mine = new double[3];
        double[] filmed = new double[3];
        for (int i = 0; i < drawn.length; i++) {
            if (examples.seen()[held + i]) {
                add(mine, drawn[i]);
                add(filmed, examples.outputs()[held + i]);
            }
        }
        return (float) Math.clamp(Math.sqrt(variance(filmed) / Math.max(1e-12, variance(mine))), 1, MOST_GAIN);
    }

    private void add(double[] sums, float[] lips) {
        double gap = 0;
        for (int k = 0; k < opens.length; k++) {
            gap += opens[k] * lips[k];
        }
        sums[0]++;
        sums[1] += gap;
        sums[2] += gap * gap;
    }

    private static double variance(double[] sums) {
        double mean = sums[1] / Math.max(1, sums[0]);
        return sums[2] / Math.max(1, sums[0]) - mean * mean;
    }

    /** Mean distance in lip space over the held-out part, of both drives: sound with phones, and phones alone. */
    private double error(MotionNet net) {
        return (error(net.run(inputs(true))) + error(net.run(inputs(false)))) / 2;
    }

    private float[][] inputs(boolean heard) {
        float[][] inputs = Arrays.copyOfRange(examples.inputs(), held, end);
        for (int i = 0; i < inputs.length && !heard; i++) {
            inputs[i] = inputs[i].clone();
            Arrays.fill(inputs[i], 0, MotionInputs.HEARD, 0);
        }
        return inputs;
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
