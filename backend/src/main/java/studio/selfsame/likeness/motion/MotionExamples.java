package studio.selfsame.likeness.motion;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a person's footage teaches, in steps of 20 ms.
 *
 * @param inputs {@code steps × channels}
 * @param outputs {@code steps × outputs}: lip values over their spread, jaw, 1 where the lips touch
 * @param seen false where no frame shows the lips
 */
record MotionExamples(float[][] inputs, float[][] outputs, boolean[] seen) {
    private static final double LONGEST_GAP_US = 90_000;

    /** Moments in order of time; between two that are close enough the lips are taken to move straight. */
    static MotionExamples of(float[][] inputs, List<LipMoment> moments, LipSpace lips, float spread) {
        float[][] outputs = new float[inputs.length][MotionNet.OUTPUTS];
        boolean[] seen = new boolean[inputs.length];
        for (int k = 0; k + 1 < moments.size(); k++) {
            LipMoment a = moments.get(k);
            LipMoment b = moments.get(k + 1);
            double length = b.timeUs() - a.timeUs();
            if (length > 0 && length <= LONGEST_GAP_US) {
                int first = (int) Math.max(0, Math.ceil((double) a.timeUs() / MotionInputs.STEP_US));
                for (int i = first; i < inputs.length && (long) i * MotionInputs.STEP_US <= b.timeUs(); i++) {
                    outputs[i] = between(a, b, ((long) i * MotionInputs.STEP_US - a.timeUs()) / length, lips, spread);
                    seen[i] = true;
                }
            }
        }
        return new MotionExamples(inputs, outputs, seen);
    }

    private static float[] between(LipMoment a, LipMoment b, double share, LipSpace lips, float spread) {
        float[] out = new float[MotionNet.OUTPUTS];
        float[] values = new float[LipSpace.COMPONENTS];
        for (int c = 0; c < values.length; c++) {
            values[c] = (float) ((1 - share) * a.values()[c] + share * b.values()[c]);
            out[c] = values[c] / spread;
        }
        out[MotionNet.JAW] = (float) ((1 - share) * a.jaw() + share * b.jaw());
        out[MotionNet.TOUCH] = lips.gap(values) <= lips.gap(MouthMotion.TOUCHING) ? 1 : 0;
        return out;
    }

    /** Steps up to the last that was seen. */
    int end() {
        return IntStream.range(0, seen.length).filter(i -> seen[i]).max().orElse(-1) + 1;
    }

    /** Starts before {@code to} of stretches of {@code length} steps half of which or more were seen. */
    int[] starts(int to, int length) {
        int[] before = new int[seen.length + 1];
        for (int i = 0; i < seen.length; i++) {
            before[i + 1] = before[i] + (seen[i] ? 1 : 0);
        }
        return IntStream.rangeClosed(0, to - length)
                .filter(s -> 2 * (before[s + length] - before[s]) >= length)
                .toArray();
    }
}
