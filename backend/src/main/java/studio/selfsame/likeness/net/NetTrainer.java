package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A network in training: its weights can be set aside and come back to, and its whole state written down. */
public sealed interface NetTrainer permits ResidualTrainer, AutoencoderTrainer {
    /** The weights as they are now, to come back to. */
    Weights weights();

    /** Goes back to these weights; the optimiser stays. */
    void take(Weights earlier);

    /** Weights of this shape that {@link Weights#write} wrote. */
    Weights readWeights(DataInputStream in) throws IOException;

    /** All of its state, as it is between two steps. */
    void write(DataOutputStream out) throws IOException;

    /** Takes the state that {@link #write} wrote of a trainer of the same shape and settings. */
    void read(DataInputStream in) throws IOException;

    /** What can be drawn from, as an ONNX file. */
    byte[] toOnnx();
}
