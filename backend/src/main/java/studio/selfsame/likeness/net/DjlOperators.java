package studio.selfsame.likeness.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes the network in DJL; every parameter is a fresh array of the batch's manager. */
final class DjlOperators implements Operators<NDArray> {
    static final float LEAK = 0.1f;

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private final NDManager manager;

    /** @param learning whether gradients of the parameters are wanted */
    DjlOperators(NDManager manager, Parameters parameters, boolean learning) {
        this.manager = manager;
        parameters.all().forEach((name, t) -> {
            NDArray array = manager.create(t.values(), new Shape(t.shape()));
            array.setRequiresGradient(learning);
            arrays.put(name, array);
        });
    }

    /** Moves each parameter along its gradient, after the way back. */
    void learn(Parameters parameters, Optimiser optimiser, double learningRate) {
        arrays.forEach((name, array) -> {
            try (NDArray gradient = array.getGradient()) {
                optimiser.update(parameters, name, gradient.toFloatArray(), learningRate);
            }
        });
    }

    private NDArray parameter(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return array;
    }

    @Override
    public NDArray convolve(NDArray x, String name, int inputs, int outputs, int kernel, int stride) {
        NDList y = Conv2d.conv2d(
                x,
                parameter(name + ".w"),
                parameter(name + ".b"),
                new Shape(stride, stride),
                new Shape(kernel / 2, kernel / 2));
        return y.singletonOrThrow();
    }

    @Override
    public NDArray activate(NDArray x, Activation activation) {
        return switch (activation) {
            case LEAKY_RELU -> ai.djl.nn.Activation.leakyRelu(x, LEAK);
            case RELU -> ai.djl.nn.Activation.relu(x);
            case SILU -> x.mul(ai.djl.nn.Activation.sigmoid(x));
            case ELU -> ai.djl.nn.Activation.elu(x, 1);
        };
    }

    @Override
    public NDArray scale(NDArray x, float factor) {
        return x.mul(Arrays.number(manager, factor));
    }

    @Override
    public NDArray add(NDArray x, float constant) {
        return x.add(constant);
    }

    @Override
    public NDArray modulate(NDArray x, NDArray scale, NDArray shift) {
        return x.mul(scale.add(1)).add(shift);
    }

    @Override
    public NDArray enlarge(NDArray x) {
        Shape s = x.getShape();
        // Mode 0 is nearest neighbour in the PyTorch engine.
        return x.getNDArrayInternal().interpolation(new long[] {s.get(2) * 2, s.get(3) * 2}, 0, false);
    }

    @Override
    public NDArray join(NDArray x, NDArray y) {
        return NDArrays.concat(new NDList(x, y), 1);
    }
}
