package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Learns to tell true pictures of the mouth from drawn ones, patch by patch. Part of training alone: it is kept in
 * checkpoints and never in a model.
 *
 * <p>Sources: P. Isola et al., Image-to-image translation with conditional adversarial networks, CVPR 2017 (patches,
 * conditions); X. Mao et al., Least squares generative adversarial networks, ICCV 2017.
 */
final class Discriminator {
    /** A picture, the lip raster that it should agree with. */
    private static final int INPUTS = 4;

    /** Patches of the judgement along a side, at least. */
    private static final int PATCHES = 8;

    private static final int MOST_CHANNELS = 256;
    /** It sees right and wrong pictures side by side, and so must be slower than who draws. */
    private static final double PACE = 0.5;

    private final int sizePx;
    private final int channels;
    private final Parameters parameters;
    private final Optimiser optimiser;

    Discriminator(NetShape shape, long seed) {
        sizePx = shape.sizePx();
        channels = shape.channelsAt(0);
        parameters = Parameters.initial(ops -> define(ops, new Measure.Size(INPUTS, sizePx)), ~seed);
        optimiser = new Adam(parameters);
    }

    static NetCost cost(NetShape shape) {
        Discriminator discriminator = new Discriminator(shape, 0);
        return NetCost.of(ops -> discriminator.define(ops, new Measure.Size(INPUTS, shape.sizePx())));
    }

    private <T> T define(Operators<T> ops, T pictures) {
        T x = pictures;
        int inputs = INPUTS;
        int level = 0;
        for (int side = sizePx; side > PATCHES; side /= 2) {
            int c = Math.min(MOST_CHANNELS, channels << level);
            x = ops.activate(ops.convolve(x, "judge" + level, inputs, c, 3, 2), Activation.LEAKY_RELU);
            inputs = c;
            level++;
        }
        x = ops.activate(ops.convolve(x, "judge" + level, inputs, inputs, 3, 1), Activation.LEAKY_RELU);
        return ops.convolve(x, "verdict", inputs, 1, 3, 1);
    }

    /** What it has against a drawing. Its own weights are fresh arrays without gradients here: only the drawing learns. */
    NDArray against(NDManager manager, NDArray drawn, NDArray lips, NDArray weight) {
        DjlOperators ops = new DjlOperators(manager, parameters, false);
        return distance(define(ops, join(drawn, lips)), 1, weight);
    }

    /** One step of its own on the same examples; gives its loss before. The engine's lock is held. */
    double learn(Device device, float[] drawn, Batch batch, double learningRate) {
        try (NDManager manager = Torch.manager(device);
                GradientCollector gradients = Torch.engine().newGradientCollector()) {
            DjlOperators ops = new DjlOperators(manager, parameters, true);
            Arrays arrays = new Arrays(manager, sizePx);
            NDArray lips = ResidualTrainer.lips(arrays.pictures(batch.pictures(), NetShape.INPUTS));
            NDArray weight = arrays.pictures(batch.weight(), 1);
            NDArray right = define(ops, join(arrays.pictures(batch.target(), 3), lips));
            NDArray wrong = define(ops, join(arrays.pictures(drawn, 3), lips));
            NDArray loss = Losses.times(distance(right, 1, weight).add(distance(wrong, 0, weight)), 0.5);
            gradients.backward(loss);
            optimiser.begin();
            ops.learn(parameters, optimiser, PACE * learningRate);
            return loss.getFloat();
        }
    }

    /** Weighted where the drawing counts: outside, the plate is shown. */
    private static NDArray distance(NDArray verdict, int wanted, NDArray weight) {
        long side = verdict.getShape().get(2);
        // Mode 2 averages areas in the PyTorch engine.
        NDArray w = weight.getNDArrayInternal().interpolation(new long[] {side, side}, 2, false);
        return verdict.sub(wanted).square().mul(w).sum().div(w.sum());
    }

    private static NDArray join(NDArray picture, NDArray lips) {
        return NDArrays.concat(new NDList(picture, lips), 1);
    }

    void write(DataOutputStream out) throws IOException {
        parameters.write(out);
        optimiser.write(out);
    }

    void read(DataInputStream in) throws IOException {
        parameters.fill(in);
        optimiser.read(in);
    }
}
