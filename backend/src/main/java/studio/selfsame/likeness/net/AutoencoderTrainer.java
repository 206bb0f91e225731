package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Trains one person's pair of looks: a shared encoder, a decoder for the casual look (how they look before their own
 * camera) and one for the studio look. Both looks must be of the same, verified person: whoever calls this
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
    public double step(LookBatch casual, LookBatch studio, double learningRate) {
        synchronized (Torch.LOCK) {
            try (NDManager manager = Torch.manager(device);
                    GradientCollector gradients = Torch.engine().newGradientCollector()) {
                DjlOperators ops = new DjlOperators(manager, parameters, true);
                Arrays arrays = new Arrays(manager, shape.sizePx());
                NDArray ofCasual = AutoencoderNet.casual(ops, shape, code(ops, arrays, casual))
                        .add(arrays.pictures(casual.from(), 3));
                NDArray ofStudio = residual(ops, arrays, studio).add(arrays.pictures(studio.from(), 3));
                NDArray loss = loss(arrays, casual, ofCasual).add(loss(arrays, studio, ofStudio));
                gradients.backward(loss);
                optimiser.begin();
                ops.learn(parameters, optimiser, learningRate);
                return loss.getFloat();
            }
        }
    }

    private NDArray loss(Arrays arrays, LookBatch batch, NDArray drawn) {
        NDArray weight = arrays.pictures(batch.weight(), 1);
        NDArray error = drawn.sub(arrays.pictures(batch.target(), 3));
        NDArray loss = Losses.times(Losses.pixel(error, weight), weights.pixel());
        return weights.gradient() > 0
                ? loss.add(Losses.times(Losses.gradient(error, weight), weights.gradient()))
                : loss;
    }

    private NDArray code(DjlOperators ops, Arrays arrays, LookBatch batch) {
        return AutoencoderNet.encode(ops, shape, arrays.pictures(batch.pictures(), 3));
    }

    private NDArray residual(DjlOperators ops, Arrays arrays, LookBatch studio) {
        return AutoencoderNet.studio(ops, shape, code(ops, arrays, studio), arrays.pictures(studio.from(), 3));
    }

    /** What the studio look's decoder adds to each example's retrieved frame, {@code N×3×S×S}. */
    public float[] residual(LookBatch studio) {
        synchronized (Torch.LOCK) {
            try (NDManager manager = Torch.manager(device)) {
                return residual(
                                new DjlOperators(manager, parameters, false),
                                new Arrays(manager, shape.sizePx()),
                                studio)
                        .toFloatArray();
            }
        }
    }

    /** Encoder and the studio look's decoder as an ONNX file: inputs {@code pictures} and {@code retrieved}, output {@code residual}. */
    @Override
    public byte[] toOnnx() {
        return OnnxOperators.look(shape, parameters);
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
        AutoencoderNet.casual(ops, shape, AutoencoderNet.encode(ops, shape, pictures));
        AutoencoderNet.studio(ops, shape, AutoencoderNet.encode(ops, shape, pictures), pictures);
    }
}
