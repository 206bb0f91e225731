package studio.selfsame.likeness.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Distances between what is drawn and what is true, as numbers.
 *
 * <p>Source of the distance: P. Charbonnier et al., Two deterministic half-quadratic regularization algorithms, ICIP
 * 1994: {@code sqrt(e² + ε²)}.
 */
final class Losses {
    static final double SMOOTH = 0.03;
    private static final int[] DISTANCES = {1, 2, 4};

    private Losses() {}

    /** @param error {@code N×3×S×S}; {@code weight} {@code N×1×S×S} */
    static NDArray pixel(NDArray error, NDArray weight) {
        return mean(error, weight);
    }

    /** How much the error changes within each pair of neighbouring frames: examples 0 and 1, 2 and 3 and so on. */
    static NDArray temporal(NDArray error, NDArray weight) {
        NDArray e = pairs(error);
        NDArray w = pairs(weight);
        return mean(e.get(":, 1").sub(e.get(":, 0")), w.get(":, 1"));
    }

    /** How much the error changes from a pixel to those 1, 2 and 4 to the right and below. */
    static NDArray gradient(NDArray error, NDArray weight) {
        NDArray sum = null;
        for (int d : DISTANCES) {
            NDArray across = error.get(":, :, :, " + d + ":").sub(error.get(":, :, :, :-" + d));
            NDArray down = error.get(":, :, " + d + ":").sub(error.get(":, :, :-" + d));
            NDArray both =
                    mean(across, weight.get(":, :, :, " + d + ":")).add(mean(down, weight.get(":, :, " + d + ":")));
            sum = sum == null ? both : sum.add(both);
        }
        if (sum == null) {
            throw new IllegalStateException("no distances");
        }
        return times(sum, 1.0 / (2 * DISTANCES.length));
    }

    /** Weighted: never with DJL's own {@code mul(Number)}, see {@link Arrays#number}. */
    static NDArray times(NDArray loss, double weight) {
        return loss.mul(Arrays.number(loss.getManager(), weight));
    }

    private static NDArray pairs(NDArray x) {
        Shape s = x.getShape();
        return x.reshape(new Shape(s.get(0) / 2, 2, s.get(1), s.get(2), s.get(3)));
    }

    private static NDArray mean(NDArray error, NDArray weight) {
        return error.square()
                .add(SMOOTH * SMOOTH)
                .sqrt()
                .mul(weight)
                .sum()
                .div(weight.sum().mul(error.getShape().get(1)));
    }
}
