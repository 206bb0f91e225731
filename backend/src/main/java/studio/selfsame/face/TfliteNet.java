package studio.selfsame.face;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorByteSize;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyFromBuffer;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyToBuffer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/**
 * A TensorFlow Lite model with one float input, run on one thread. Not thread-safe. By the C++ interface, because the C one
 * leaves XNNPACK out, with which these nets take a seventh of the time.
 */
final class TfliteNet implements AutoCloseable {
    private final String name;
    private final BytePointer content; // the model is used in place
    private final FlatBufferModel model;
    private final BuiltinOpResolverWithXNNPACK operations = new BuiltinOpResolverWithXNNPACK();
    private final InterpreterBuilder builder;
    private final Interpreter interpreter = new Interpreter((Pointer) null);

    TfliteNet(String name, byte[] file) {
        this.name = name;
        content = new BytePointer(file);
        model = FlatBufferModel.BuildFromBuffer(content, file.length);
        if (model == null || model.isNull()) {
            throw FaceProblems.modelFailed(name, null);
        }
        builder = new InterpreterBuilder(model, operations);
        if (builder.apply(interpreter, 1) != 0 || interpreter.isNull() || interpreter.AllocateTensors() != 0) {
            throw FaceProblems.modelFailed(name, null);
        }
    }

    /** @return the outputs in the model's order, flat */
    float[][] run(float[] input) {
        TfLiteTensor in = interpreter.input_tensor(0);
        try (FloatPointer values = new FloatPointer(input)) {
            if (TfLiteTensorCopyFromBuffer(in, values, 4L * input.length) != 0 || interpreter.Invoke() != 0) {
                throw FaceProblems.modelFailed(name, null);
            }
        }
        IntPointer tensors = interpreter.outputs();
        float[][] outputs = new float[(int) tensors.limit()][];
        for (int i = 0; i < outputs.length; i++) {
            TfLiteTensor out = interpreter.tensor(tensors.get(i));
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
        interpreter.close();
        builder.close();
        operations.close();
        model.close();
        content.close();
    }
}
