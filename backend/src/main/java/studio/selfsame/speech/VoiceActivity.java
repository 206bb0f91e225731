package studio.selfsame.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/** Says when somebody speaks: Silero's voice activity detector, version 5, on one thread. Holds native memory. */
final class VoiceActivity implements AutoCloseable {
    static final String MODEL = "silero-vad.onnx";
    /** Samples of 16 kHz that one chance speaks for: 32 ms. */
    static final int BLOCK = 512;

    private static final int CONTEXT = 64;
    private static final int STATE = 2 * 128;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    private final OrtSession session;

    VoiceActivity(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the voice activity model cannot be opened", e);
        }
    }

    /** Chance of speech 0..1 in every block of 16 kHz mono, the last one filled with silence. */
    float[] chances(float[] mono) {
        float[] out = new float[(mono.length + BLOCK - 1) / BLOCK];
        float[] state = new float[STATE];
        float[] input = new float[CONTEXT + BLOCK];
        try (OnnxTensor rate = OnnxTensor.createTensor(
                environment, LongBuffer.wrap(new long[] {PhoneRecognizer.SAMPLE_RATE_HZ}), new long[] {})) {
            for (int i = 0; i < out.length; i++) {
                System.arraycopy(input, BLOCK, input, 0, CONTEXT);
                Arrays.fill(input, CONTEXT, input.length, 0);
                System.arraycopy(mono, i * BLOCK, input, CONTEXT, Math.min(BLOCK, mono.length - i * BLOCK));
                out[i] = step(input, state, rate);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the voice activity model cannot be run", e);
        }
        return out;
    }

    private float step(float[] input, float[] state, OnnxTensor rate) throws OrtException {
        try (OnnxTensor sound =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), new long[] {1, input.length});
                OnnxTensor before =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), new long[] {2, 1, STATE / 2});
                OrtSession.Result result = session.run(Map.of("input", sound, "state", before, "sr", rate))) {
            ((OnnxTensor) result.get(1)).getFloatBuffer().get(state);
            return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the voice activity model cannot be closed", e);
        }
    }
}
