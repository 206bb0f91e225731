package studio.selfsame.face;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** An ONNX model with one float input, run on one thread. */
final class OnnxNet implements AutoCloseable {
    private final String name;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    private final OrtSession session;
    private final String input;
    private final long[] shape;

    /** @param shape of the input */
    OnnxNet(String name, byte[] file, long... shape) {
        this.name = name;
        this.shape = shape;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            session = environment.createSession(file, options);
            input = session.getInputNames().iterator().next();
        } catch (OrtException e) {
            throw FaceProblems.modelFailed(name, e);
        }
    }

    /** @return flat outputs by name */
    Map<String, float[]> run(float[] values) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (var entry : result) {
                FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
                float[] output = new float[buffer.remaining()];
                buffer.get(output);
                outputs.put(entry.getKey(), output);
            }
            return outputs;
        } catch (OrtException e) {
            throw FaceProblems.modelFailed(name, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw FaceProblems.modelFailed(name, e);
        }
    }
}
