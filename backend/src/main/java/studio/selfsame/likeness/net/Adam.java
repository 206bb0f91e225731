package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Adam on plain arrays, so that a checkpoint holds its whole state.
 *
 * <p>Source: D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;

    private final Parameters first;
    private final Parameters second;
    private int steps;

    Adam(Parameters parameters) {
        first = parameters.zeros();
        second = parameters.zeros();
    }

    void begin() {
        steps++;
    }

    void update(Parameters parameters, String name, float[] gradient, double learningRate) {
        float[] w = parameters.get(name).values();
        float[] m = first.get(name).values();
        float[] v = second.get(name).values();
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = 1 - Math.pow(BETA2, steps);
        for (int i = 0; i < w.length; i++) {
            float g = gradient[i];
            m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * g);
            v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * g * g);
            w[i] -= (float) (learningRate * (m[i] / correction1) / (Math.sqrt(v[i] / correction2) + EPSILON));
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        first.write(out);
        second.write(out);
    }

    void read(DataInputStream in) throws IOException {
        steps = in.readInt();
        first.fill(in);
        second.fill(in);
    }
}
