package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Trains one person's residual network in DJL's PyTorch engine. The weights and the optimiser's state live in plain
 * memory between steps: native memory is owned by one manager per step, and a checkpoint is exact.
 */
public final class ResidualTrainer {
    private static final double CHARBONNIER = 0.03;
    /** The engine takes one gradient collector at a time in the whole JVM. */
    private static final Object ENGINE = new Object();

    private final NetShape shape;
    private final Parameters parameters;
    private final Adam adam;

    public ResidualTrainer(NetShape shape, long seed) {
        this.shape = shape;
        parameters = Parameters.initial(shape, seed);
        adam = new Adam(parameters);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Measured on shared cores: one thread inside an operation is faster than two.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    /** One step of Adam on the weighted Charbonnier loss of retrieved + residual against target; gives the loss before. */
    public double step(Batch batch, double learningRate) {
        synchronized (ENGINE) {
            Engine engine = Engine.getEngine("PyTorch");
            try (NDManager manager = engine.newBaseManager(Device.cpu());
                    GradientCollector gradients = engine.newGradientCollector()) {
                DjlOperators ops = new DjlOperators(manager, parameters, true);
                NDArray pictures = pictures(manager, batch);
                NDArray drawn = pictures.get(":, 3:6").add(define(ops, manager, batch, pictures));
                NDArray error = drawn.sub(array(manager, batch.target(), batch.size(), 3));
                NDArray weight = array(manager, batch.weight(), batch.size(), 1);
                NDArray loss = error.square()
                        .add(CHARBONNIER * CHARBONNIER)
                        .sqrt()
                        .mul(weight)
                        .sum()
                        .div(weight.sum().mul(3));
                gradients.backward(loss);
                adam.begin();
                ops.arrays().forEach((name, array) -> {
                    try (NDArray gradient = array.getGradient()) {
                        adam.update(parameters, name, gradient.toFloatArray(), learningRate);
                    }
                });
                return loss.getFloat();
            }
        }
    }

    /** What the network adds, {@code N×3×S×S}. */
    public float[] residual(Batch batch) {
        synchronized (ENGINE) {
            try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
                DjlOperators ops = new DjlOperators(manager, parameters, false);
                return define(ops, manager, batch, pictures(manager, batch)).toFloatArray();
            }
        }
    }

    /** The network as an ONNX file: inputs {@code pictures}, {@code values}; output {@code residual}. */
    public byte[] toOnnx() {
        return OnnxOperators.export(shape, parameters);
    }

    /** Weights and optimiser, as they are between two steps. */
    public void write(DataOutputStream out) throws IOException {
        parameters.write(out);
        adam.write(out);
    }

    public void read(DataInputStream in) throws IOException {
        parameters.fill(in);
        adam.read(in);
    }

    private NDArray define(DjlOperators ops, NDManager manager, Batch batch, NDArray pictures) {
        NDArray values = manager.create(batch.values(), new Shape(batch.size(), shape.values(), 1, 1));
        return ResidualNet.define(ops, shape, pictures, values);
    }

    private NDArray pictures(NDManager manager, Batch batch) {
        return array(manager, batch.pictures(), batch.size(), NetShape.INPUTS);
    }

    private NDArray array(NDManager manager, float[] values, int size, int channels) {
        return manager.create(values, new Shape(size, channels, shape.sizePx(), shape.sizePx()));
    }
}
