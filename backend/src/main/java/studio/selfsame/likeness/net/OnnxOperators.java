package studio.selfsame.likeness.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the network as an ONNX graph (IR 8, opset 13).
 *
 * <p>Source of the field numbers: onnx/onnx.proto of the ONNX project.
 */
final class OnnxOperators implements Operators<String> {
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int INTS = 7;

    private final Parameters parameters;
    private final ProtoWriter graph = new ProtoWriter();
    private final Set<Float> singles = new LinkedHashSet<>();
    private int names;

    private OnnxOperators(Parameters parameters) {
        this.parameters = parameters;
    }

    /** A network from the pictures and lip values to a residual. */
    static byte[] residual(NetShape shape, Parameters parameters) {
        OnnxOperators ops = new OnnxOperators(parameters);
        String out = ResidualNet.define(ops, shape, "pictures", "values");
        ops.port(11, "pictures", NetShape.INPUTS, shape.sizePx());
        ops.port(11, "values", shape.values(), 1);
        return ops.file(out, "residual", shape.sizePx());
    }

    /** A network from a casual picture and a retrieved studio frame to what must be added to that. */
    static byte[] look(NetShape shape, Parameters parameters) {
        OnnxOperators ops = new OnnxOperators(parameters);
        String code = AutoencoderNet.encode(ops, shape, "pictures");
        String out = AutoencoderNet.studio(ops, shape, code, "retrieved");
        ops.port(11, "pictures", AutoencoderNet.INPUTS, shape.sizePx());
        ops.port(11, "retrieved", AutoencoderNet.INPUTS, shape.sizePx());
        return ops.file(out, "residual", shape.sizePx());
    }

    private byte[] file(String result, String name, int sizePx) {
        node("Identity", name, new ProtoWriter(), result);
        constant("twice", new long[] {4}, new float[] {1, 1, 2, 2});
        List.copyOf(singles).forEach(value -> constant(single(value), new long[] {1}, new float[] {value}));
        graph.text(2, name);
        port(12, name, 3, sizePx);
        return new ProtoWriter()
                .number(1, 8)
                .text(2, "selfsame")
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").number(2, 13))
                .toByteArray();
    }

    private String single(float value) {
        singles.add(value);
        return "constant " + value;
    }

    @Override
    public String convolve(String x, String name, int inputs, int outputs, int kernel, int stride) {
        constant(name + ".w");
        constant(name + ".b");
        int pad = kernel / 2;
        return node(
                "Conv",
                attributes(
                        ints("kernel_shape", kernel, kernel),
                        ints("strides", stride, stride),
                        ints("pads", pad, pad, pad, pad)),
                x,
                name + ".w",
                name + ".b");
    }

    @Override
    public String activate(String x, Activation activation) {
        return switch (activation) {
            case LEAKY_RELU -> node("LeakyRelu", attributes(number("alpha", DjlOperators.LEAK)), x);
            case RELU -> node("Relu", new ProtoWriter(), x);
            case SILU -> node("Mul", new ProtoWriter(), x, node("Sigmoid", new ProtoWriter(), x));
            case ELU -> node("Elu", attributes(number("alpha", 1)), x);
        };
    }

    @Override
    public String scale(String x, float factor) {
        return node("Mul", new ProtoWriter(), x, single(factor));
    }

    @Override
    public String add(String x, float constant) {
        return node("Add", new ProtoWriter(), x, single(constant));
    }

    @Override
    public String modulate(String x, String scale, String shift) {
        String factor = add(scale, 1);
        return node("Add", new ProtoWriter(), node("Mul", new ProtoWriter(), x, factor), shift);
    }

    @Override
    public String enlarge(String x) {
        return node(
                "Resize",
                attributes(
                        text("mode", "nearest"),
                        text("coordinate_transformation_mode", "asymmetric"),
                        text("nearest_mode", "floor")),
                x,
                "",
                "twice");
    }

    @Override
    public String join(String x, String y) {
        return node(
                "Concat",
                attributes(new ProtoWriter().text(1, "axis").number(3, 1).number(20, INT)),
                x,
                y);
    }

    private String node(String type, ProtoWriter attributes, String... inputs) {
        String output = "t" + names++;
        node(type, output, attributes, inputs);
        return output;
    }

    private void node(String type, String output, ProtoWriter attributes, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(3, output).text(4, type);
        graph.bytes(1, concat(node.toByteArray(), attributes.toByteArray()));
    }

    private void constant(String name) {
        Parameters.Tensor t = parameters.get(name);
        constant(name, t.shape(), t.values());
    }

    private void constant(String name, long[] shape, float[] values) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        ProtoWriter tensor = new ProtoWriter();
        for (long d : shape) {
            tensor.number(1, d);
        }
        graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    }

    private void port(int field, String name, int channels, int side) {
        ProtoWriter dims = new ProtoWriter()
                .message(1, new ProtoWriter().text(2, "n"))
                .message(1, new ProtoWriter().number(1, channels))
                .message(1, new ProtoWriter().number(1, side))
                .message(1, new ProtoWriter().number(1, side));
        ProtoWriter type =
                new ProtoWriter().message(1, new ProtoWriter().number(1, FLOAT).message(2, dims));
        graph.message(field, new ProtoWriter().text(1, name).message(2, type));
    }

    private static ProtoWriter attributes(ProtoWriter... attributes) {
        ProtoWriter all = new ProtoWriter();
        for (ProtoWriter a : attributes) {
            all.message(5, a);
        }
        return all;
    }

    private static ProtoWriter ints(String name, int... values) {
        ProtoWriter a = new ProtoWriter().text(1, name);
        for (int v : values) {
            a.number(8, v);
        }
        return a.number(20, INTS);
    }

    private static ProtoWriter number(String name, float value) {
        return new ProtoWriter().text(1, name).real(2, value).number(20, FLOAT);
    }

    private static ProtoWriter text(String name, String value) {
        return new ProtoWriter().text(1, name).text(4, value).number(20, STRING);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] out = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }
}
