package studio.selfsame.likeness.net;

import java.util.ArrayList;
import java.util.List;

/**
 * A small U-Net whose every level is modulated by the wanted lip values. It gives what must be added to the retrieved
 * picture; its last layer starts at zero, so an untrained network changes nothing.
 *
 * <p>Sources: O. Ronneberger et al., U-Net, MICCAI 2015; E. Perez et al., FiLM, AAAI 2018.
 */
final class ResidualNet {
    private static final int CODE = 64;
    private static final float SOFT = 0.1f;

    private ResidualNet() {}

    /**
     * @param pictures {@code N×10×S×S}, see {@link NetShape#INPUTS}, 0..1
     * @param values {@code N×V×1×1}
     * @return {@code N×3×S×S}, differences of gamma-coded RGB
     */
    static <T> T define(Operators<T> ops, NetShape shape, T pictures, T values) {
        Activation activation = shape.activation();
        T code = ops.activate(ops.convolve(values, "code", shape.values(), CODE, 1, 1), activation);
        List<T> skips = new ArrayList<>();
        T x = pictures;
        int inputs = NetShape.INPUTS;
        for (int level = 0; level < shape.levels(); level++) {
            int c = shape.channelsAt(level);
            x = block(ops, activation, x, code, "down" + level, inputs, c, level == 0 ? 1 : 2);
            x = block(ops, activation, x, code, "deep" + level, c, c, 1);
            skips.add(x);
            inputs = c;
        }
        for (int level = shape.levels() - 2; level >= 0; level--) {
            int c = shape.channelsAt(level);
            x = ops.join(ops.enlarge(x), skips.get(level));
            x = block(ops, activation, x, code, "up" + level, inputs + c, c, 1);
            inputs = c;
        }
        // Without this one step of Adam on the last layer would move every pixel by a tenth of full scale and more.
        return ops.scale(ops.convolve(x, "out", inputs, 3, 3, 1), SOFT);
    }

    private static <T> T block(
            Operators<T> ops, Activation activation, T x, T code, String name, int inputs, int outputs, int stride) {
        T y = ops.convolve(x, name, inputs, outputs, 3, stride);
        // Softened, because so many scales multiply: unsoftened, training diverges at the usual learning rates.
        T scale = ops.scale(ops.convolve(code, name + ".scale", CODE, outputs, 1, 1), SOFT);
        T shift = ops.scale(ops.convolve(code, name + ".shift", CODE, outputs, 1, 1), SOFT);
        return ops.activate(ops.modulate(y, scale, shift), activation);
    }
}
