package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Follows gradients, on plain arrays, so that a checkpoint holds its whole state. */
sealed interface Optimiser permits Adam, Momentum {
    static Optimiser of(OptimiserKind kind, Parameters parameters) {
        return switch (kind) {
            case ADAM -> new Adam(parameters);
            case SGD -> new Momentum(parameters);
        };
    }

    /** Called once a step, before its updates. */
    void begin();

    void update(Parameters parameters, String name, float[] gradient, double learningRate);

    void write(DataOutputStream out) throws IOException;

    void read(DataInputStream in) throws IOException;
}
