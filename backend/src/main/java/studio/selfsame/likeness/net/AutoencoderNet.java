package studio.selfsame.likeness.net;

/**
 * One encoder for two looks of the same person and a decoder for each look. The encoder learns what both have in
 * common, where the parts of the face are and how they move; a decoder knows one look alone.
 *
 * <p>Source of the idea: the paired autoencoders of 2017's face swapping tools, described in I. Perov et al.,
 * DeepFaceLab, 2020; here both faces belong to one person.
 */
final class AutoencoderNet {
    static final int INPUTS = 3;
    private static final float GREY = 0.5f;
    private static final float SOFT = 0.1f;

    private AutoencoderNet() {}

    /** @param decoder {@code a} or {@code b}; gives {@code N×3×S×S}, 0..1 up to overshoot, as the pictures are */
    static <T> T define(Operators<T> ops, NetShape shape, T pictures, String decoder) {
        return decode(ops, shape, encode(ops, shape, pictures), decoder);
    }

    static <T> T encode(Operators<T> ops, NetShape shape, T pictures) {
        T x = pictures;
        int inputs = INPUTS;
        for (int level = 0; level < shape.levels(); level++) {
            int c = shape.channelsAt(level);
            x = layer(ops, shape, x, "encode" + level, inputs, c, level == 0 ? 1 : 2);
            inputs = c;
        }
        return layer(ops, shape, x, "code", inputs, inputs, 1);
    }

    static <T> T decode(Operators<T> ops, NetShape shape, T code, String decoder) {
        int inputs = shape.channelsAt(shape.levels() - 1);
        T x = layer(ops, shape, code, decoder + ".code", inputs, inputs, 1);
        for (int level = shape.levels() - 2; level >= 0; level--) {
            int c = shape.channelsAt(level);
            x = layer(ops, shape, ops.enlarge(x), decoder + ".up" + level, inputs, c, 1);
            inputs = c;
        }
        return ops.add(ops.scale(ops.convolve(x, decoder + ".out", inputs, 3, 3, 1), SOFT), GREY);
    }

    private static <T> T layer(
            Operators<T> ops, NetShape shape, T x, String name, int inputs, int outputs, int stride) {
        return ops.activate(ops.convolve(x, name, inputs, outputs, 3, stride), shape.activation());
    }
}
