package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Trains one person's pair of looks: a shared encoder, and a decoder for look A (how they look before their own camera)
 * and for look B (how they look in the studio). Both looks must be of the same, verified person: whoever calls this
 * answers for that. State and checkpoints as in {@link ResidualTrainer}.
 */
public final class AutoencoderTrainer implements NetTrainer {
    private final NetShape shape;
    private final LossWeights weights;
    private final Device device;
    private final Parameters parameters;
    private final Optimiser optimiser;

    /**
     * @param shape with no values
     * @throws studio.selfsame.problem.ProblemException where a GPU is wanted and there is none
     */
    public AutoencoderTrainer(
            NetShape shape, long seed, LossWeights weights, OptimiserKind optimiser, Processor processor) {
        this.shape = shape;
        this.weights = weights;
        device = Torch.device(processor);
        parameters = Parameters.initial(ops -> both(ops, shape), seed);
        this.optimiser = Optimiser.of(optimiser, parameters);
    }

    /** What one example of each look costs, forwards. */
    public static NetCost cost(NetShape shape) {
        return NetCost.of(ops -> both(ops, shape));
    }

    /** One step on examples of both looks; gives the sum of both losses before it. */
    public double step(LookBatch a, LookBatch b, double learningRate) {
        synchronized (Torch.LOCK) {
            try (NDManager manager = Torch.manager(device);
                    GradientCollector gradients = Torch.engine().newGradientCollector()) {
                DjlOperators ops = new DjlOperators(manager, parameters, true);
                NDArray loss = loss(ops, manager, a, "a").add(loss(ops, manager, b, "b"));
                gradients.backward(loss);
                optimiser.begin();
                ops.learn(parameters, optimiser, learningRate);
                return loss.getFloat();
            }
        }
    }

    private NDArray loss(DjlOperators ops, NDManager manager, LookBatch batch, String decoder) {
        Arrays arrays = new Arrays(manager, shape.sizePx());
        NDArray weight = arrays.pictures(batch.weight(), 1);
        NDArray drawn = AutoencoderNet.define(ops, shape, arrays.pictures(batch.pictures(), 3), decoder);
        NDArray error = drawn.sub(arrays.pictures(batch.target(), 3));
        NDArray loss = Losses.times(Losses.pixel(error, weight), weights.pixel());
        return weights.gradient() > 0
                ? loss.add(Losses.times(Losses.gradient(error, weight), weights.gradient()))
                : loss;
    }

    /** Encoder and the studio look's decoder as an ONNX file: input {@code pictures}, output {@code drawn}. */
    @Override
    public byte[] toOnnx() {
        return OnnxOperators.look(shape, parameters, "b");
    }

    /** Faces of one look as {@code decoder} draws them ({@code a} the casual look, {@code b} the studio look). */
    public float[] drawn(float[] pictures, String decoder) {
        synchronized (Torch.LOCK) {
            try (NDManager manager = Torch.manager(device)) {
                DjlOperators ops = new DjlOperators(manager, parameters, false);
                Arrays arrays = new Arrays(manager, shape.sizePx());
                return AutoencoderNet.define(ops, shape, arrays.pictures(pictures, 3), decoder)
                        .toFloatArray();
            }
        }
    }

    @Override
    public Weights weights() {
        return new Weights(parameters.copy());
    }

    @Override
    public void take(Weights earlier) {
        earlier.into(parameters);
    }

    @Override
    public Weights readWeights(DataInputStream in) throws IOException {
        Parameters read = parameters.zeros();
        read.fill(in);
        return new Weights(read);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        parameters.write(out);
        optimiser.write(out);
    }

    @Override
    public void read(DataInputStream in) throws IOException {
        parameters.fill(in);
        optimiser.read(in);
    }

    private static void both(Operators<Measure.Size> ops, NetShape shape) {
        Measure.Size pictures = new Measure.Size(AutoencoderNet.INPUTS, shape.sizePx());
        Measure.Size code = AutoencoderNet.encode(ops, shape, pictures);
        AutoencoderNet.decode(ops, shape, code, "a");
        AutoencoderNet.decode(ops, shape, code, "b");
    }
}
