package studio.selfsame.likeness.motion;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.selfsame.likeness.net.Torch;

/** Trains one person's motion network in DJL's PyTorch engine; the weights live in plain memory between steps. */
final class MotionTrainer {
    private static final float DROPPED = 0.2f;
    private static final double DECAY = 0.01;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.99f;

    private final MotionNet net;
    private final MotionLoss loss;
    private final List<float[]> first = new ArrayList<>();
    private final List<float[]> second = new ArrayList<>();
    private int steps;

    MotionTrainer(MotionLoss loss, long seed) {
        this.loss = loss;
        net = MotionNet.initial(seed);
        for (float[] tensor : net.tensors()) {
            first.add(new float[tensor.length]);
            second.add(new float[tensor.length]);
        }
    }

    MotionNet net() {
        return net;
    }

    /** One step of Adam; gives the loss before. {@code random} says which channels are dropped. */
    double step(MotionBatch batch, Random random, double learningRate) {
        synchronized (Torch.LOCK) {
            // On the CPU wherever the pictures are trained: steps are too small to be worth the way to a card.
            try (NDManager manager = Torch.engine().newBaseManager(Device.cpu());
                    GradientCollector gradients = Torch.engine().newGradientCollector()) {
                List<NDArray> parameters = parameters(manager);
                NDArray inputs = array(manager, batch.inputs(), MotionInputs.CHANNELS);
                NDArray value = loss.value(
                        manager,
                        define(manager, parameters, inputs, random),
                        array(manager, batch.outputs(), MotionNet.OUTPUTS),
                        manager.create(batch.seen(), new Shape(MotionBatch.SIZE, MotionBatch.LENGTH)));
                gradients.backward(value);
                steps++;
                for (int i = 0; i < parameters.size(); i++) {
                    try (NDArray gradient = parameters.get(i).getGradient()) {
                        update(i, gradient.toFloatArray(), learningRate);
                    }
                }
                return value.getFloat();
            }
        }
    }

    private static NDArray array(NDManager manager, float[] values, int channels) {
        return manager.create(values, new Shape(MotionBatch.SIZE, channels, MotionBatch.LENGTH));
    }

    private List<NDArray> parameters(NDManager manager) {
        List<NDArray> out = new ArrayList<>();
        for (MotionNet.Layer layer : net.layers()) {
            out.add(manager.create(layer.weights(), new Shape(layer.outputs(), layer.inputs(), layer.taps())));
            out.add(manager.create(layer.bias(), new Shape(layer.outputs())));
        }
        out.forEach(p -> p.setRequiresGradient(true));
        return out;
    }

    /** The same as {@link MotionNet#run}, with channels dropped. */
    private static NDArray define(NDManager manager, List<NDArray> parameters, NDArray inputs, Random random) {
        NDArray x = drop(manager, rectify(convolve(inputs, parameters, 0, 1)), random);
        for (int i = 0; i < MotionNet.DILATIONS.length; i++) {
            NDArray y = rectify(convolve(x, parameters, i + 1, MotionNet.DILATIONS[i]));
            x = x.add(drop(manager, y, random));
        }
        return convolve(x, parameters, MotionNet.DILATIONS.length + 1, 1);
    }

    private static NDArray rectify(NDArray x) {
        return Activation.leakyRelu(x, MotionNet.LEAK);
    }

    private static NDArray convolve(NDArray x, List<NDArray> parameters, int layer, int dilation) {
        NDArray weights = parameters.get(2 * layer);
        long padding = weights.getShape().get(2) / 2 * dilation;
        NDArray bias = parameters.get(2 * layer + 1);
        return Conv1d.conv1d(x, weights, bias, new Shape(1), new Shape(padding), new Shape(dilation))
                .singletonOrThrow();
    }

    /** Whole channels of a stretch at a time; drawn here, so that the same seed drops the same ones. */
    private static NDArray drop(NDManager manager, NDArray x, Random random) {
        Shape shape = new Shape(x.getShape().get(0), x.getShape().get(1), 1);
        float[] kept = new float[(int) shape.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextFloat() < DROPPED ? 0 : 1 / (1 - DROPPED);
        }
        return x.mul(manager.create(kept, shape));
    }

    /**
     * Adam with decoupled weight decay.
     *
     * <p>Source: I. Loshchilov and F. Hutter, Decoupled weight decay regularization, ICLR 2019.
     */
    private void update(int tensor, float[] gradient, double learningRate) {
        float[] w = net.tensors().get(tensor);
        float[] m = first.get(tensor);
        float[] v = second.get(tensor);
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = 1 - Math.pow(BETA2, steps);
        for (int i = 0; i < w.length; i++) {
            float g = gradient[i];
            m[i] = BETA1 * m[i] + (1 - BETA1) * g;
            v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
            double move = m[i] / correction1 / (Math.sqrt(v[i] / correction2) + 1e-8);
            w[i] -= (float) (learningRate * (move + DECAY * w[i]));
        }
    }
}
