package studio.selfsame.likeness.net;

import java.util.Map;

/** Runs an exported residual network. Holds native memory: close it. */
public final class ResidualSession implements AutoCloseable {
    private final OnnxSession session;
    private final NetShape shape;

    public ResidualSession(byte[] onnx, NetShape shape) {
        this.shape = shape;
        session = new OnnxSession(onnx);
    }

    /**
     * @param pictures {@code N×10×S×S}
     * @param values {@code N×V}
     * @return {@code N×3×S×S}
     */
    public float[] residual(int n, float[] pictures, float[] values) {
        long s = shape.sizePx();
        return session.run(Map.of(
                "pictures", new OnnxSession.Input(pictures, n, NetShape.INPUTS, s, s),
                "values", new OnnxSession.Input(values, n, shape.values(), 1, 1)));
    }

    @Override
    public void close() {
        session.close();
    }
}
