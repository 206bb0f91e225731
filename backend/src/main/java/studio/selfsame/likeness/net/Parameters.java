package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** All weights of a network by name, in the order of its definition, in plain memory. */
final class Parameters {
    /** @param shape {@code out×in×k×k}, or {@code out} of a bias */
    record Tensor(long[] shape, float[] values) {}

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /** He's initialisation for layers that are rectified; modulation and output start at zero. */
    static Parameters initial(NetShape shape, long seed) {
        Parameters parameters = new Parameters();
        Random random = new Random(seed);
        ResidualNet.define(
                new Operators<Integer>() {
                    @Override
                    public Integer convolve(Integer x, String name, int inputs, int outputs, int kernel, int stride) {
                        float[] w = new float[outputs * inputs * kernel * kernel];
                        boolean zero = name.equals("out") || name.endsWith(".scale") || name.endsWith(".shift");
                        double spread = zero ? 0 : Math.sqrt(2.0 / (inputs * kernel * kernel));
                        for (int i = 0; i < w.length; i++) {
                            w[i] = (float) (random.nextGaussian() * spread);
                        }
                        parameters.tensors.put(
                                name + ".w", new Tensor(new long[] {outputs, inputs, kernel, kernel}, w));
                        parameters.tensors.put(name + ".b", new Tensor(new long[] {outputs}, new float[outputs]));
                        return x;
                    }

                    @Override
                    public Integer rectify(Integer x) {
                        return x;
                    }

                    @Override
                    public Integer soften(Integer x) {
                        return x;
                    }

                    @Override
                    public Integer modulate(Integer x, Integer scale, Integer shift) {
                        return x;
                    }

                    @Override
                    public Integer enlarge(Integer x) {
                        return x;
                    }

                    @Override
                    public Integer join(Integer x, Integer y) {
                        return x;
                    }
                },
                shape,
                0,
                0);
        return parameters;
    }

    /** The same names and shapes, all zero. */
    Parameters zeros() {
        Parameters zeros = new Parameters();
        tensors.forEach((name, t) -> zeros.tensors.put(name, new Tensor(t.shape(), new float[t.values().length])));
        return zeros;
    }

    Tensor get(String name) {
        Tensor t = tensors.get(name);
        if (t == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return t;
    }

    Map<String, Tensor> all() {
        return tensors;
    }

    void write(DataOutputStream out) throws IOException {
        for (Tensor t : tensors.values()) {
            for (float v : t.values()) {
                out.writeFloat(v);
            }
        }
    }

    /** Fills these tensors with what {@link #write} wrote. */
    void fill(DataInputStream in) throws IOException {
        for (Tensor t : tensors.values()) {
            for (int i = 0; i < t.values().length; i++) {
                t.values()[i] = in.readFloat();
            }
        }
    }
}
