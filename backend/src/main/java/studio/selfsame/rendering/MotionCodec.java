package studio.selfsame.rendering;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

/** Big-endian binary form of a {@link MotionPlan}: version, rate, pieces, length, components, then one entry per frame. */
final class MotionCodec {
    private static final int VERSION = 2;

    private MotionCodec() {}

    static void write(MotionPlan plan, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        int components = plan.frames().isEmpty() ? 0 : plan.frames().getFirst().lips().length;
        data.writeInt(VERSION);
        data.writeInt(plan.frameRate().numerator());
        data.writeInt(plan.frameRate().denominator());
        data.writeInt(plan.pieces().size());
        for (int piece : plan.pieces()) {
            data.writeInt(piece);
        }
        data.writeInt(plan.length());
        data.writeInt(components);
        for (MotionPlan.Frame frame : plan.frames()) {
            data.writeInt(frame.plateFrame());
            data.writeInt(frame.mouthFrame());
            data.writeInt(frame.eyesFrame());
            data.writeInt(frame.takeFrame());
            data.writeUTF(frame.outcome().name());
            for (float value : frame.lips()) {
                data.writeFloat(value);
            }
        }
        data.flush();
    }

    static MotionPlan read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int version = data.readInt();
        if (version != VERSION) {
            throw new IOException("motion plan of unknown version " + version);
        }
        FrameRate rate = new FrameRate(data.readInt(), data.readInt());
        List<Integer> pieces = new ArrayList<>();
        for (int i = data.readInt(); i > 0; i--) {
            pieces.add(data.readInt());
        }
        int length = data.readInt();
        int components = data.readInt();
        List<MotionPlan.Frame> frames = new ArrayList<>(length);
        for (int f = 0; f < length; f++) {
            int plate = data.readInt();
            int mouth = data.readInt();
            int eyes = data.readInt();
            int take = data.readInt();
            FrameOutcome outcome = FrameOutcome.valueOf(data.readUTF());
            float[] lips = new float[components];
            for (int c = 0; c < components; c++) {
                lips[c] = data.readFloat();
            }
            frames.add(new MotionPlan.Frame(plate, mouth, eyes, take, lips, outcome));
        }
        return new MotionPlan(rate, frames, pieces);
    }
}
