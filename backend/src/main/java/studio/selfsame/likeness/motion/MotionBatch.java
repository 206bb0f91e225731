package studio.selfsame.likeness.motion;

import java.util.Arrays;
import java.util.Random;

/**
 * Stretches side by side, some without their sound and some without their phones, and the sound a little different each
 * time, so that the network learns to do with either and not by heart.
 *
 * <p>Source: of hiding bands, D. S. Park et al., SpecAugment, Interspeech 2019.
 *
 * @param inputs {@code N × channels × L}
 * @param outputs {@code N × outputs × L}
 * @param seen {@code N × L}, 1 or 0
 */
record MotionBatch(float[] inputs, float[] outputs, float[] seen) {
    static final int SIZE = 16;
    /** Just under two seconds. */
    static final int LENGTH = 96;

    private static final double WITHOUT_SOUND = 0.35;
    private static final double WITHOUT_PHONES = 0.15;
    private static final double NOISE = 0.2;
    private static final double GAIN = 0.3;
    private static final int MOST_BANDS = 8;
    private static final int BANDS = MotionInputs.BANDS;

    static MotionBatch draw(MotionExamples examples, int[] starts, Random random) {
        MotionBatch batch = new MotionBatch(
                new float[SIZE * MotionInputs.CHANNELS * LENGTH],
                new float[SIZE * MotionNet.OUTPUTS * LENGTH],
                new float[SIZE * LENGTH]);
        for (int b = 0; b < SIZE; b++) {
            int start = starts[random.nextInt(starts.length)];
            batch.put(examples, start, b, random);
            for (int i = 0; i < LENGTH; i++) {
                batch.seen[b * LENGTH + i] = examples.seen()[start + i] ? 1 : 0;
                for (int k = 0; k < MotionNet.OUTPUTS; k++) {
                    batch.outputs[(b * MotionNet.OUTPUTS + k) * LENGTH + i] = examples.outputs()[start + i][k];
                }
            }
        }
        return batch;
    }

    private void put(MotionExamples examples, int start, int place, Random random) {
        double without = random.nextDouble();
        boolean sound = without >= WITHOUT_SOUND;
        boolean phones = without < 1 - WITHOUT_PHONES;
        int hidden = random.nextBoolean() ? 2 + random.nextInt(MOST_BANDS - 2) : 0;
        int lowest = random.nextInt(BANDS - MOST_BANDS);
        float gain = (float) (GAIN * random.nextGaussian());
        for (int c = 0; c < MotionInputs.CHANNELS; c++) {
            int at = (place * MotionInputs.CHANNELS + c) * LENGTH;
            if (c < MotionInputs.HEARD ? !sound : !phones) {
                Arrays.fill(inputs, at, at + LENGTH, 0);
                continue;
            }
            boolean band = c < 2 * BANDS;
            boolean hides = band && c % BANDS >= lowest && c % BANDS < lowest + hidden;
            for (int i = 0; i < LENGTH && !hides; i++) {
                float v = examples.inputs()[start + i][c];
                inputs[at + i] = band ? v + gain + (float) (NOISE * random.nextGaussian()) : v;
            }
        }
    }

    @Override
    public String toString() {
        return "MotionBatch[hidden]";
    }
}
