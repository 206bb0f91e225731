package studio.selfsame.likeness.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Plain arrays as arrays of the engine, which live as long as their manager. */
record Arrays(NDManager manager, int sizePx) {
    /**
     * One number to multiply with. Where a gradient goes back, DJL's own {@code mul(Number)} and {@code div(Number)} must
     * not be used: the engine keeps the number for the way back, in memory that DJL has given up by then. Whenever the
     * garbage collector frees it in between, the gradient is multiplied with what lies there.
     */
    static NDArray number(NDManager manager, double value) {
        return manager.create(new float[] {(float) value}, new Shape());
    }

    /** {@code N×channels×S×S}. */
    NDArray pictures(float[] values, int channels) {
        long n = values.length / ((long) channels * sizePx * sizePx);
        return manager.create(values, new Shape(n, channels, sizePx, sizePx));
    }
}
