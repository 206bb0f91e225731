package studio.selfsame.likeness.net;

import java.util.ArrayList;
import java.util.List;

/**
 * One encoder for two looks of the same person and a decoder for each look. The encoder learns what both have in
 * common, how the mouth moves; a decoder knows one look alone. The studio look's decoder is given one of the person's own
 * studio frames to start from and adds what must be different in it, so that an untrained network changes nothing.
 *
 * <p>Sources: the paired autoencoders of 2017's face swapping tools, described in I. Perov et al., DeepFaceLab, 2020;
 * here both faces belong to one person. O. Ronneberger et al., U-Net, MICCAI 2015, for the studio look's decoder.
 */
final class AutoencoderNet {
    static final int INPUTS = 3;
    private static final float SOFT = 0.1f;
    /** Pictures less their mean are faint. */
    private static final float CLEAR = 4;

    private AutoencoderNet() {}

    /**
     * @param pictures of either look less that look's mean, {@code N×3×S×S}
     * @return what both looks have in common
     */
    static <T> T encode(Operators<T> ops, NetShape shape, T pictures) {
        T x = ops.scale(pictures, CLEAR);
        int inputs = INPUTS;
        for (int level = 0; level < shape.levels(); level++) {
            int c = shape.channelsAt(level);
            x = layer(ops, shape, x, "encode" + level, inputs, c, level == 0 ? 1 : 2);
            inputs = c;
        }
        return layer(ops, shape, x, "code", inputs, inputs, 1);
    }

    /** The casual look less its mean, {@code N×3×S×S}. */
    static <T> T casual(Operators<T> ops, NetShape shape, T code) {
        int inputs = shape.channelsAt(shape.levels() - 1);
        T x = layer(ops, shape, code, "casual.code", inputs, inputs, 1);
        for (int level = shape.levels() - 2; level >= 0; level--) {
            int c = shape.channelsAt(level);
            x = layer(ops, shape, ops.enlarge(x), "casual.up" + level, inputs, c, 1);
            inputs = c;
        }
        return ops.scale(ops.convolve(x, "casual.out", inputs, 3, 3, 1), SOFT);
    }

    /**
     * What must be added to a retrieved studio frame, {@code N×3×S×S}.
     *
     * @param retrieved {@code N×3×S×S}, 0..1, bent and coloured
     */
    static <T> T studio(Operators<T> ops, NetShape shape, T code, T retrieved) {
        List<T> skips = new ArrayList<>();
        T x = retrieved;
        int inputs = INPUTS;
        for (int level = 0; level < shape.levels(); level++) {
            int c = shape.channelsAt(level);
            x = layer(ops, shape, x, "studio.down" + level, inputs, c, level == 0 ? 1 : 2);
            skips.add(x);
            inputs = c;
        }
        x = layer(ops, shape, ops.join(x, code), "studio.code", 2 * inputs, inputs, 1);
        for (int level = shape.levels() - 2; level >= 0; level--) {
            int c = shape.channelsAt(level);
            x = ops.join(ops.enlarge(x), skips.get(level));
            x = layer(ops, shape, x, "studio.up" + level, inputs + c, c, 1);
            inputs = c;
        }
        return ops.scale(ops.convolve(x, "studio.out", inputs, 3, 3, 1), SOFT);
    }

    private static <T> T layer(
            Operators<T> ops, NetShape shape, T x, String name, int inputs, int outputs, int stride) {
        return ops.activate(ops.convolve(x, name, inputs, outputs, 3, stride), shape.activation());
    }
}
