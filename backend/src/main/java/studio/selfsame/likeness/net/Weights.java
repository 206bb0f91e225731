package studio.selfsame.likeness.net;

import java.io.DataOutputStream;
import java.io.IOException;

/** A network's weights at one moment of its training. */
public final class Weights {
    private final Parameters parameters;

    Weights(Parameters parameters) {
        this.parameters = parameters;
    }

    void into(Parameters others) {
        others.all().forEach((name, t) -> {
            float[] values = parameters.get(name).values();
            System.arraycopy(values, 0, t.values(), 0, values.length);
        });
    }

    public void write(DataOutputStream out) throws IOException {
        parameters.write(out);
    }
}
