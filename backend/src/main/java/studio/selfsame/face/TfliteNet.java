package studio.selfsame.face;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterAllocateTensors;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterDelete;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetInputTensor;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetOutputTensor;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetOutputTensorCount;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterInvoke;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterOptionsCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterOptionsDelete;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterOptionsSetNumThreads;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteModelCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteModelDelete;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorByteSize;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyFromBuffer;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyToBuffer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.tensorflowlite.TfLiteInterpreter;
import org.bytedeco.tensorflowlite.TfLiteInterpreterOptions;
import org.bytedeco.tensorflowlite.TfLiteModel;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/** A TensorFlow Lite model with one float input, run on one thread. Not thread-safe. */
final class TfliteNet implements AutoCloseable {
    private final String name;
    private final BytePointer content; // the model is used in place
    private final TfLiteModel model;
    private final TfLiteInterpreter interpreter;

    TfliteNet(String name, byte[] file) {
        this.name = name;
        content = new BytePointer(file);
        model = TfLiteModelCreate(content, file.length);
        TfLiteInterpreterOptions options = TfLiteInterpreterOptionsCreate();
        TfLiteInterpreterOptionsSetNumThreads(options, 1);
        interpreter = TfLiteInterpreterCreate(model, options);
        TfLiteInterpreterOptionsDelete(options);
        if (interpreter == null || TfLiteInterpreterAllocateTensors(interpreter) != 0) {
            throw FaceProblems.modelFailed(name, null);
        }
    }

    /** @return the outputs in the model's order, flat */
    float[][] run(float[] input) {
        TfLiteTensor in = TfLiteInterpreterGetInputTensor(interpreter, 0);
        try (FloatPointer values = new FloatPointer(input)) {
            if (TfLiteTensorCopyFromBuffer(in, values, 4L * input.length) != 0
                    || TfLiteInterpreterInvoke(interpreter) != 0) {
                throw FaceProblems.modelFailed(name, null);
            }
        }
        float[][] outputs = new float[TfLiteInterpreterGetOutputTensorCount(interpreter)][];
        for (int i = 0; i < outputs.length; i++) {
            TfLiteTensor out = TfLiteInterpreterGetOutputTensor(interpreter, i);
            long bytes = TfLiteTensorByteSize(out);
            outputs[i] = new float[(int) (bytes / 4)];
            try (FloatPointer values = new FloatPointer(outputs[i].length)) {
                TfLiteTensorCopyToBuffer(out, values, bytes);
                values.get(outputs[i]);
            }
        }
        return outputs;
    }

    @Override
    public void close() {
        TfLiteInterpreterDelete(interpreter);
        TfLiteModelDelete(model);
        content.close();
    }
}
