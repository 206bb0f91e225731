package studio.selfsame.likeness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import studio.selfsame.likeness.net.NetTrainer;

/**
 * All that a training needs to go on after a kill as if nothing had happened: weights, optimiser, discriminator, the best
 * weights so far.
 *
 * @param step the next one
 * @param seconds spent on the steps before it
 */
record Checkpoint(int step, double seconds) {
    private static final int MAGIC = 0x534c_4350;
    static final Checkpoint NONE = new Checkpoint(0, 0);

    byte[] with(NetTrainer trainer, BestWeights best) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(step);
        out.writeDouble(seconds);
        best.write(out);
        trainer.write(out);
        return bytes.toByteArray();
    }

    /** Fills both with what was written; {@link #NONE} where nothing was, or by a version that wrote otherwise. */
    static Checkpoint read(byte[] written, NetTrainer trainer, BestWeights best) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));
        if (written.length < Integer.BYTES || in.readInt() != MAGIC) {
            return NONE;
        }
        Checkpoint checkpoint = new Checkpoint(in.readInt(), in.readDouble());
        best.read(in, trainer);
        trainer.read(in);
        return checkpoint;
    }
}
