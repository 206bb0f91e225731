package studio.selfsame.likeness.motion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A temporal convolutional network: a layer that mixes the channels of each moment, four residual layers of three taps
 * 1, 2, 4 and 8 steps apart (together ±300 ms), and a layer that reads the mouth off. In plain arrays; it gives
 * {@value #OUTPUTS} outputs a step: the lip values over their spread, the jaw, and the log odds that the lips touch.
 *
 * <p>Source: S. Bai, J. Z. Kolter and V. Koltun, An empirical evaluation of generic convolutional and recurrent networks
 * for sequence modeling, 2018; here without causality, for a mouth knows what comes.
 */
final class MotionNet {
    static final int[] DILATIONS = {1, 2, 4, 8};
    static final float LEAK = 0.1f;
    static final int JAW = LipSpace.COMPONENTS;
    static final int TOUCH = LipSpace.COMPONENTS + 1;
    static final int OUTPUTS = LipSpace.COMPONENTS + 2;

    private static final int WIDTH = 64;
    private static final int TAPS = 3;

    /** @param weights {@code outputs × inputs × taps} */
    record Layer(int inputs, int outputs, int taps, float[] weights, float[] bias) {}

    private final List<Layer> layers;

    private MotionNet(List<Layer> layers) {
        this.layers = layers;
    }

    /** He's initialisation; the residual layers start at half of it, the last at zero. */
    static MotionNet initial(long seed) {
        Random random = new Random(seed);
        List<Layer> layers = new ArrayList<>();
        layers.add(layer(MotionInputs.CHANNELS, WIDTH, 1, 1, random));
        for (int i = 0; i < DILATIONS.length; i++) {
            layers.add(layer(WIDTH, WIDTH, TAPS, 0.5, random));
        }
        layers.add(layer(WIDTH, OUTPUTS, 1, 0, random));
        return new MotionNet(layers);
    }

    private static Layer layer(int inputs, int outputs, int taps, double gain, Random random) {
        float[] weights = new float[outputs * inputs * taps];
        double spread = gain * Math.sqrt(2.0 / (inputs * taps));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * spread);
        }
        return new Layer(inputs, outputs, taps, weights, new float[outputs]);
    }

    List<Layer> layers() {
        return layers;
    }

    /** Weights and biases of every layer in turn; changing them changes the network. */
    List<float[]> tensors() {
        return layers.stream().flatMap(l -> Stream.of(l.weights(), l.bias())).toList();
    }

    MotionNet copy() {
        return new MotionNet(layers.stream()
                .map(l -> new Layer(
                        l.inputs(),
                        l.outputs(),
                        l.taps(),
                        l.weights().clone(),
                        l.bias().clone()))
                .toList());
    }

    /** Moves every weight towards the other network's by this share of the way. */
    void approach(MotionNet other, float share) {
        for (int i = 0; i < tensors().size(); i++) {
            float[] mine = tensors().get(i);
            float[] theirs = other.tensors().get(i);
            for (int k = 0; k < mine.length; k++) {
                mine[k] += share * (theirs[k] - mine[k]);
            }
        }
    }

    /** {@code steps × channels} to {@code steps × outputs}; before and after there is nothing. */
    float[][] run(float[][] inputs) {
        float[][] x = rectified(convolve(layers.getFirst(), inputs, 1));
        for (int i = 0; i < DILATIONS.length; i++) {
            float[][] y = rectified(convolve(layers.get(i + 1), x, DILATIONS[i]));
            for (int t = 0; t < x.length; t++) {
                for (int c = 0; c < WIDTH; c++) {
                    x[t][c] += y[t][c];
                }
            }
        }
        return convolve(layers.getLast(), x, 1);
    }

    private static float[][] convolve(Layer layer, float[][] x, int dilation) {
        float[][] out = new float[x.length][];
        for (int t = 0; t < x.length; t++) {
            out[t] = layer.bias().clone();
        }
        float[] row = new float[layer.inputs()];
        for (int tap = 0; tap < layer.taps(); tap++) {
            int shift = (tap - layer.taps() / 2) * dilation;
            for (int o = 0; o < layer.outputs(); o++) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = layer.weights()[(o * row.length + c) * layer.taps() + tap];
                }
                for (int t = Math.max(0, -shift); t < Math.min(x.length, x.length - shift); t++) {
                    float[] column = x[t + shift];
                    float sum = 0;
                    for (int c = 0; c < row.length; c++) {
                        sum += row[c] * column[c];
                    }
                    out[t][o] += sum;
                }
            }
        }
        return out;
    }

    private static float[][] rectified(float[][] x) {
        for (float[] row : x) {
            for (int c = 0; c < row.length; c++) {
                row[c] = row[c] > 0 ? row[c] : LEAK * row[c];
            }
        }
        return x;
    }

    void write(DataOutputStream out) throws IOException {
        for (float[] tensor : tensors()) {
            for (float v : tensor) {
                out.writeFloat(v);
            }
        }
    }

    static MotionNet read(DataInputStream in) throws IOException {
        MotionNet net = initial(0);
        for (float[] tensor : net.tensors()) {
            for (int i = 0; i < tensor.length; i++) {
                tensor[i] = in.readFloat();
            }
        }
        return net;
    }
}
