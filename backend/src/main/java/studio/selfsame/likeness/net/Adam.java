package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Adaptive moments.
 *
 * <p>Source: D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015; in the order of computation
 * of its section 2's end.
 */
final class Adam implements Optimiser {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.99f;
    private static final double EPSILON = 1e-8;

    private final Parameters first;
    private final Parameters second;
    private int steps;

    Adam(Parameters parameters) {
        first = parameters.zeros();
        second = parameters.zeros();
    }

    @Override
    public void begin() {
        steps++;
    }

    @Override
    public void update(Parameters parameters, String name, float[] gradient, double learningRate) {
        float[] w = parameters.get(name).values();
        float[] m = first.get(name).values();
        float[] v = second.get(name).values();
        double root = Math.sqrt(1 - Math.pow(BETA2, steps));
        float rate = (float) (learningRate * root / (1 - Math.pow(BETA1, steps)));
        float epsilon = (float) (EPSILON * root);
        // Single precision, one operation on one number after the other: the compiler makes vectors of it.
        for (int i = 0; i < w.length; i++) {
            float g = gradient[i];
            float mean = BETA1 * m[i] + (1 - BETA1) * g;
            float power = BETA2 * v[i] + (1 - BETA2) * g * g;
            m[i] = mean;
            v[i] = power;
            w[i] -= rate * mean / ((float) Math.sqrt(power) + epsilon);
        }
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        first.write(out);
        second.write(out);
    }

    @Override
    public void read(DataInputStream in) throws IOException {
        steps = in.readInt();
        first.fill(in);
        second.fill(in);
    }
}
