package studio.selfsame.rendering;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

/** Big-endian binary form of a {@link MotionPlan}: version, rate, frames, components, then one entry per frame. */
final class MotionCodec {
    private static final int VERSION = 1;

    private MotionCodec() {}

    static void write(MotionPlan plan, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        int components = plan.frames() == 0 ? 0 : plan.mouth()[0].length;
        data.writeInt(VERSION);
        data.writeInt(plan.frameRate().numerator());
        data.writeInt(plan.frameRate().denominator());
        data.writeInt(plan.frames());
        data.writeInt(components);
        for (int f = 0; f < plan.frames(); f++) {
            data.writeInt(plan.plateFrame()[f]);
            data.writeInt(plan.sourceFrame()[f]);
            for (float value : plan.mouth()[f]) {
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
        int frames = data.readInt();
        int components = data.readInt();
        int[] plate = new int[frames];
        int[] source = new int[frames];
        float[][] mouth = new float[frames][components];
        for (int f = 0; f < frames; f++) {
            plate[f] = data.readInt();
            source[f] = data.readInt();
            for (int c = 0; c < components; c++) {
                mouth[f][c] = data.readFloat();
            }
        }
        return new MotionPlan(rate, plate, source, mouth);
    }
}
