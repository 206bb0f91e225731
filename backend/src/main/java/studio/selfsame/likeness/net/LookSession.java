package studio.selfsame.likeness.net;

import java.util.Map;

/** Brings a person's studio frames to do what they do in another look. Holds native memory: close it. */
public final class LookSession implements AutoCloseable {
    private final OnnxSession session;
    private final int sizePx;

    public LookSession(byte[] onnx, NetShape shape) {
        session = new OnnxSession(onnx);
        sizePx = shape.sizePx();
    }

    /**
     * @param pictures of the casual look less its mean, {@code 3×S×S}, gamma-coded, of one and the same region as
     * @param retrieved one of the person's own studio frames, {@code 3×S×S}, gamma-coded 0..1
     * @return what must be added to {@code retrieved}, {@code 3×S×S}
     */
    public float[] residual(float[] pictures, float[] retrieved) {
        return session.run(Map.of(
                "pictures", new OnnxSession.Input(pictures, 1, AutoencoderNet.INPUTS, sizePx, sizePx),
                "retrieved", new OnnxSession.Input(retrieved, 1, AutoencoderNet.INPUTS, sizePx, sizePx)));
    }

    @Override
    public void close() {
        session.close();
    }
}
