package studio.selfsame.likeness.net;

import java.util.function.Consumer;

/**
 * What a network costs.
 *
 * @param parameters weights and biases
 * @param products multiplications (each with its addition) of one example forwards
 * @param activations numbers that one example leaves on its way, all of them needed until the gradient has come back
 */
public record NetCost(long parameters, long products, long activations) {
    static NetCost of(Consumer<Operators<Measure.Size>> network) {
        Measure measure = new Measure((name, inputs, outputs, kernel) -> {});
        network.accept(measure);
        return measure.cost();
    }

    public NetCost plus(NetCost other) {
        return new NetCost(parameters + other.parameters, products + other.products, activations + other.activations);
    }

    /** Multiplications of one training step: forwards once, backwards twice as many. */
    public long productsOfStep(int batch) {
        return 3 * products * batch;
    }

    /**
     * Native memory of one training step, bytes, from above: every number forwards and its gradient, and of each
     * parameter the value and the gradient.
     */
    public long bytesOfStep(int batch) {
        return Float.BYTES * (2 * activations * batch + 2 * parameters);
    }
}
