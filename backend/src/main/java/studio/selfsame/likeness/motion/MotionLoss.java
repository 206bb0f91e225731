package studio.selfsame.likeness.motion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * How far drawn lips are from filmed ones: the distance in lip space, which is that of the lip points together; the
 * distance of their velocities; the gap between the lips by itself; the jaw; and whether they touch. Moments in which
 * lips touch count more, for there a small error shows.
 *
 * @param opens by how much each lip value opens the lips, of unit length
 */
record MotionLoss(float[] opens) {
    private static final float TOUCHING_COUNTS = 2;
    private static final float JAW_AND_TOUCH = 0.3f;
    private static final float SMOOTH = 1e-4f;

    /** @param opens of any length */
    static MotionLoss of(float[] opens) {
        double squares = 1e-12;
        for (float x : opens) {
            squares += x * x;
        }
        float[] unit = new float[opens.length];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = (float) (opens[k] / Math.sqrt(squares));
        }
        return new MotionLoss(unit);
    }

    /**
     * @param drawn {@code N × outputs × L}
     * @param wanted of the same shape
     * @param seen {@code N × L}, 1 where {@code wanted} is known
     */
    NDArray value(NDManager manager, NDArray drawn, NDArray wanted, NDArray seen) {
        String lips = ":, 0:" + LipSpace.COMPONENTS + ", :";
        String jaws = ":, " + MotionNet.JAW + ", :";
        String touches = ":, " + MotionNet.TOUCH + ", :";
        NDArray error = drawn.get(lips).sub(wanted.get(lips));
        NDArray gap = error.mul(manager.create(opens, new Shape(1, LipSpace.COMPONENTS, 1)))
                .sum(new int[] {1})
                .abs();
        NDArray jaw = drawn.get(jaws).sub(wanted.get(jaws)).abs();
        NDArray touching = wanted.get(touches);
        NDArray entropy = entropy(drawn.get(touches), touching);
        // An array of the step's own, not a plain number: what is multiplied by is needed again on the way back, and
        // the
        // engine lets go of a number's memory at once; a collection of garbage in between was seen to spoil gradients.
        NDArray less = manager.create(JAW_AND_TOUCH);
        NDArray each = length(error).add(gap).add(jaw.add(entropy).mul(less));
        // Over two steps, the time of one frame at 25 a second: nearer ones are interpolated.
        NDArray change = error.get(":, :, 2:").sub(error.get(":, :, :-2"));
        NDArray both = seen.get(":, 2:").mul(seen.get(":, :-2"));
        return mean(each, seen.mul(touching.mul(TOUCHING_COUNTS - 1).add(1f))).add(mean(length(change), both));
    }

    private static NDArray mean(NDArray values, NDArray weight) {
        return values.mul(weight).sum().div(weight.sum().add(1f));
    }

    /** Not squared: the mean over moments of what lip points are off by. */
    private static NDArray length(NDArray error) {
        return error.square().sum(new int[] {1}).add(SMOOTH).sqrt();
    }

    /** Cross entropy of log odds: {@code ln(1 + eˣ) − x·y}, without overflow. */
    private static NDArray entropy(NDArray odds, NDArray truth) {
        NDArray softplus = odds.abs().neg().exp().add(1f).log().add(Activation.relu(odds));
        return softplus.sub(odds.mul(truth));
    }

    @Override
    public String toString() {
        return "MotionLoss[hidden]";
    }
}
