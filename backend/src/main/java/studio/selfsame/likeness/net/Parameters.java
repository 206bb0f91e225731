package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** All weights of a network by name, in the order of its definition, in plain memory. */
final class Parameters {
    /** @param shape {@code out×in×k×k}, or {@code out} of a bias */
    record Tensor(long[] shape, float[] values) {}

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /**
     * He's initialisation for layers that are rectified; modulation and output start at zero.
     *
     * <p>Source: K. He et al., Delving deep into rectifiers, ICCV 2015.
     */
    static Parameters initial(Consumer<Operators<Measure.Size>> network, long seed) {
        Parameters parameters = new Parameters();
        Random random = new Random(seed);
        network.accept(new Measure((name, inputs, outputs, kernel) -> {
            float[] w = new float[outputs * inputs * kernel * kernel];
            boolean zero = name.endsWith("out") || name.endsWith(".scale") || name.endsWith(".shift");
            double spread = zero ? 0 : Math.sqrt(2.0 / (inputs * kernel * kernel));
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (random.nextGaussian() * spread);
            }
            parameters.tensors.put(name + ".w", new Tensor(new long[] {outputs, inputs, kernel, kernel}, w));
            parameters.tensors.put(name + ".b", new Tensor(new long[] {outputs}, new float[outputs]));
        }));
        return parameters;
    }

    /** The same names and shapes, all zero. */
    Parameters zeros() {
        Parameters zeros = new Parameters();
        tensors.forEach((name, t) -> zeros.tensors.put(name, new Tensor(t.shape(), new float[t.values().length])));
        return zeros;
    }

    Parameters copy() {
        Parameters copy = new Parameters();
        tensors.forEach((name, t) ->
                copy.tensors.put(name, new Tensor(t.shape(), t.values().clone())));
        return copy;
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
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * t.values().length);
            bytes.asFloatBuffer().put(t.values());
            out.write(bytes.array());
        }
    }

    /** Fills these tensors with what {@link #write} wrote. */
    void fill(DataInputStream in) throws IOException {
        for (Tensor t : tensors.values()) {
            byte[] bytes = new byte[Float.BYTES * t.values().length];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(t.values());
        }
    }
}
