package studio.selfsame.likeness.net;

/**
 * The few operations the network is made of. One definition of the network is read by several interpreters: one counts
 * parameters, one computes in DJL, one writes ONNX; so they cannot drift apart.
 *
 * @param <T> a tensor {@code N×C×H×W} in the interpreter's sense
 */
interface Operators<T> {
    /** Convolution with bias, kernel {@code k×k}, padding {@code k/2}; parameters are named {@code name.w, name.b}. */
    T convolve(T x, String name, int inputs, int outputs, int kernel, int stride);

    T activate(T x, Activation activation);

    T scale(T x, float factor);

    T add(T x, float constant);

    /** {@code x·(1 + scale) + shift} with {@code scale, shift} of {@code N×C×1×1}. */
    T modulate(T x, T scale, T shift);

    /** Twice as large, nearest neighbour. */
    T enlarge(T x);

    /** Along channels. */
    T join(T x, T y);
}
