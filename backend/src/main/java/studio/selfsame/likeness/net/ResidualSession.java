package studio.selfsame.likeness.net;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs an exported network in ONNX Runtime, one thread. Holds native memory: close it. */
public final class ResidualSession implements AutoCloseable {
    private final OrtSession session;
    private final NetShape shape;

    public ResidualSession(byte[] onnx, NetShape shape) {
        this.shape = shape;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(onnx, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the network cannot be opened", e);
        }
    }

    /**
     * @param pictures {@code N×7×S×S}
     * @param values {@code N×V}
     * @return {@code N×3×S×S}
     */
    public float[] residual(int n, float[] pictures, float[] values) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long s = shape.sizePx();
        try (OnnxTensor p = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(pictures), new long[] {n, NetShape.INPUTS, s, s});
                OnnxTensor v = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(values), new long[] {n, shape.values(), 1, 1});
                OrtSession.Result result = session.run(Map.of("pictures", p, "values", v))) {
            FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] residual = new float[out.remaining()];
            out.get(residual);
            return residual;
        } catch (OrtException e) {
            throw new IllegalStateException("the network cannot be run", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the network cannot be closed", e);
        }
    }
}
