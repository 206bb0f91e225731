package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Trains one person's residual network in DJL's PyTorch engine. The weights and the optimiser's state live in plain
 * memory between steps: native memory is owned by one manager per step, and a checkpoint is exact.
 */
public final class ResidualTrainer implements NetTrainer {
    private static final LossWeights PIXELS = new LossWeights(1, 0, 0, 0, 0, 0);

    private final NetShape shape;
    private final LossWeights weights;
    private final Device device;
    private final Parameters parameters;
    private final Optimiser optimiser;
    private final @Nullable Discriminator discriminator;

    /** On the CPU, with Adam on the weighted Charbonnier distance alone. */
    public ResidualTrainer(NetShape shape, long seed) {
        this(shape, seed, PIXELS, OptimiserKind.ADAM, Processor.CPU);
    }

    /** @throws studio.selfsame.problem.ProblemException where a GPU is wanted and there is none */
    public ResidualTrainer(
            NetShape shape, long seed, LossWeights weights, OptimiserKind optimiser, Processor processor) {
        this.shape = shape;
        this.weights = weights;
        device = Torch.device(processor);
        parameters = Parameters.initial(ops -> define(ops, shape), seed);
        this.optimiser = Optimiser.of(optimiser, parameters);
        discriminator = weights.adversarial() > 0 ? new Discriminator(shape, seed) : null;
    }

    /** What one example costs, forwards. */
    public static NetCost cost(NetShape shape) {
        return NetCost.of(ops -> define(ops, shape));
    }

    /** What the discriminator beside it costs. */
    public static NetCost costOfDiscriminator(NetShape shape) {
        return Discriminator.cost(shape);
    }

    /** One step on the weighted losses of retrieved + residual against target, without a discriminator. */
    public double step(Batch batch, double learningRate) {
        return step(batch, learningRate, false);
    }

    /**
     * One step; with a temporal weight the batch consists of pairs of neighbouring frames.
     *
     * @param judged whether the discriminator takes part, where there is one: first it judges, then it learns from the
     *     same examples
     * @return the loss before the step, without what the discriminator had against the drawing
     */
    public double step(Batch batch, double learningRate, boolean judged) {
        Discriminator judge = judged ? discriminator : null;
        synchronized (Torch.LOCK) {
            float[] drawn;
            double told;
            try (NDManager manager = Torch.manager(device);
                    GradientCollector gradients = Torch.engine().newGradientCollector()) {
                DjlOperators ops = new DjlOperators(manager, parameters, true);
                Arrays arrays = new Arrays(manager, shape.sizePx());
                NDArray pictures = arrays.pictures(batch.pictures(), NetShape.INPUTS);
                NDArray picture = pictures.get(":, 3:6").add(define(ops, manager, batch, pictures));
                NDArray weight = arrays.pictures(batch.weight(), 1);
                NDArray loss = loss(picture.sub(arrays.pictures(batch.target(), 3)), weight);
                NDArray whole = judge != null
                        ? loss.add(Losses.times(
                                judge.against(manager, picture, lips(pictures), weight), weights.adversarial()))
                        : loss;
                gradients.backward(whole);
                optimiser.begin();
                ops.learn(parameters, optimiser, learningRate);
                told = loss.getFloat();
                drawn = judge != null ? picture.toFloatArray() : new float[0];
            }
            if (judge != null) {
                judge.learn(device, drawn, batch, learningRate);
            }
            return told;
        }
    }

    /** The lip raster among a network's pictures. */
    static NDArray lips(NDArray pictures) {
        return pictures.get(":, " + NetShape.LIPS + ":" + (NetShape.LIPS + 1));
    }

    private NDArray loss(NDArray error, NDArray weight) {
        NDArray loss = Losses.times(Losses.pixel(error, weight), weights.pixel());
        if (weights.temporal() > 0) {
            loss = loss.add(Losses.times(Losses.temporal(error, weight), weights.temporal()));
        }
        if (weights.gradient() > 0) {
            loss = loss.add(Losses.times(Losses.gradient(error, weight), weights.gradient()));
        }
        return loss;
    }

    /** What the network adds, {@code N×3×S×S}. */
    public float[] residual(Batch batch) {
        synchronized (Torch.LOCK) {
            try (NDManager manager = Torch.manager(device)) {
                DjlOperators ops = new DjlOperators(manager, parameters, false);
                NDArray pictures = new Arrays(manager, shape.sizePx()).pictures(batch.pictures(), NetShape.INPUTS);
                return define(ops, manager, batch, pictures).toFloatArray();
            }
        }
    }

    /** The network as an ONNX file: inputs {@code pictures}, {@code values}; output {@code residual}. */
    @Override
    public byte[] toOnnx() {
        return OnnxOperators.residual(shape, parameters);
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

    /** Weights, optimiser and discriminator, as they are between two steps. */
    @Override
    public void write(DataOutputStream out) throws IOException {
        parameters.write(out);
        optimiser.write(out);
        if (discriminator != null) {
            discriminator.write(out);
        }
    }

    @Override
    public void read(DataInputStream in) throws IOException {
        parameters.fill(in);
        optimiser.read(in);
        if (discriminator != null) {
            discriminator.read(in);
        }
    }

    private static Measure.Size define(Operators<Measure.Size> ops, NetShape shape) {
        return ResidualNet.define(
                ops, shape, new Measure.Size(NetShape.INPUTS, shape.sizePx()), new Measure.Size(shape.values(), 1));
    }

    private NDArray define(DjlOperators ops, NDManager manager, Batch batch, NDArray pictures) {
        NDArray values = manager.create(batch.values(), new Shape(batch.size(), shape.values(), 1, 1));
        return ResidualNet.define(ops, shape, pictures, values);
    }
}
