package studio.selfsame.likeness.net;

/**
 * A small U-Net whose every level is modulated by the wanted lip values. It gives what must be added to the retrieved
 * picture; its last layer starts at zero, so an untrained network changes nothing.
 *
 * <p>Sources: O. Ronneberger et al., U-Net, MICCAI 2015; E. Perez et al., FiLM, AAAI 2018.
 */
final class ResidualNet {
    private ResidualNet() {}

    /**
     * @param pictures {@code N×7×S×S}: masked plate RGB, retrieved RGB, lip raster, 0..1
     * @param values {@code N×V×1×1}
     * @return {@code N×3×S×S}, differences of gamma-coded RGB
     */
    static <T> T define(Operators<T> ops, NetShape shape, T pictures, T values) {
        T code = ops.rectify(ops.convolve(values, "code", shape.values(), 64, 1, 1));
        @SuppressWarnings("unchecked")
        T[] skips = (T[]) new Object[NetShape.LEVELS];
        T x = pictures;
        int inputs = NetShape.INPUTS;
        for (int level = 0; level < NetShape.LEVELS; level++) {
            int c = shape.channelsAt(level);
            x = block(ops, x, code, "down" + level, inputs, c, level == 0 ? 1 : 2);
            x = block(ops, x, code, "deep" + level, c, c, 1);
            skips[level] = x;
            inputs = c;
        }
        for (int level = NetShape.LEVELS - 2; level >= 0; level--) {
            int c = shape.channelsAt(level);
            x = ops.join(ops.enlarge(x), skips[level]);
            x = block(ops, x, code, "up" + level, inputs + c, c, 1);
            inputs = c;
        }
        // Without this one step of Adam on the last layer would move every pixel by a tenth of full scale and more.
        return ops.soften(ops.convolve(x, "out", inputs, 3, 3, 1));
    }

    private static <T> T block(Operators<T> ops, T x, T code, String name, int inputs, int outputs, int stride) {
        T y = ops.convolve(x, name, inputs, outputs, 3, stride);
        // Softened, because eleven scales multiply: unsoftened, training diverges at the usual learning rates.
        T scale = ops.soften(ops.convolve(code, name + ".scale", 64, outputs, 1, 1));
        T shift = ops.soften(ops.convolve(code, name + ".shift", 64, outputs, 1, 1));
        return ops.rectify(ops.modulate(y, scale, shift));
    }
}
