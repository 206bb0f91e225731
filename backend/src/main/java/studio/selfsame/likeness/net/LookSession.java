package studio.selfsame.likeness.net;

import java.util.Map;

/**
 * Draws a person's studio look from their casual look. Holds native memory: close it.
 *
 * <p>What goes in is what {@link AutoencoderTrainer} learnt from: stabilised crops of the face, the same region of
 * stabilised space for both looks. What comes out lies in the same region, without a mask: where the drawing takes the
 * plate's place is for who composes it to say.
 */
public final class LookSession implements AutoCloseable {
    private final OnnxSession session;
    private final int sizePx;

    public LookSession(byte[] onnx, NetShape shape) {
        session = new OnnxSession(onnx);
        sizePx = shape.sizePx();
    }

    /**
     * @param crops of the casual look, {@code N×3×S×S}, gamma-coded 0..1
     * @return the same faces in the studio look, {@code N×3×S×S}, gamma-coded 0..1
     */
    public float[] draw(int n, float[] crops) {
        float[] drawn =
                session.run(Map.of("pictures", new OnnxSession.Input(crops, n, AutoencoderNet.INPUTS, sizePx, sizePx)));
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Math.clamp(drawn[i], 0, 1);
        }
        return drawn;
    }

    @Override
    public void close() {
        session.close();
    }
}
