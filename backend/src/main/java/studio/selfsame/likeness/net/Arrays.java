package studio.selfsame.likeness.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Plain arrays as arrays of the engine. */
record Arrays(NDManager manager, int sizePx) {
    /** {@code N×channels×S×S}. */
    NDArray pictures(float[] values, int channels) {
        long n = values.length / ((long) channels * sizePx * sizePx);
        return manager.create(values, new Shape(n, channels, sizePx, sizePx));
    }
}
