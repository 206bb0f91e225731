package studio.selfsame.likeness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.face.HeadPose;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.picture.Similarity;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.likeness.picture.Stabiliser;
import studio.selfsame.media.FrameRate;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Writes and reads a model as a versioned binary stream for the vault. */
final class LikenessModelCodec {
    private static final int MAGIC = 0x534c_4d35;
    private static final int MOST_FRAMES = 1 << 20;
    private static final int MOST_NETWORK_BYTES = 1 << 28;

    private LikenessModelCodec() {}

    static void write(LikenessModel model, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(model.frameRate().numerator());
        out.writeInt(model.frameRate().denominator());
        out.writeInt(model.widthPx());
        out.writeInt(model.heightPx());
        out.writeInt(model.patchSidePx());
        out.writeInt(model.patchReduction());
        model.stabiliser().write(out);
        model.lipSpace().write(out);
        out.writeInt(model.faces().size());
        for (StabilisedFace face : model.faces()) {
            write(face, out);
        }
        out.writeInt(model.sources().size());
        for (SourceFrame source : model.sources()) {
            out.writeInt(model.faces().indexOf(source.face()));
            out.writeInt(source.slot());
            out.writeInt(source.leftPx());
            out.writeInt(source.topPx());
        }
        model.netShape().write(out);
        out.writeInt(model.network().length);
        out.write(model.network());
        out.writeBoolean(model.motion().isPresent());
        if (model.motion().isPresent()) {
            model.motion().get().write(out);
        }
        out.writeBoolean(model.look().isPresent());
        if (model.look().isPresent()) {
            LookNetwork look = model.look().get();
            look.shape().write(out);
            out.writeInt(look.onnx().length);
            out.write(look.onnx());
            out.write(look.mean());
        }
    }

    static LikenessModel read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "likeness",
                            "This likeness was trained by an earlier version, whose models cannot be drawn from any more.",
                            "Nothing was drawn.",
                            "Train the likeness again from the footage that is enrolled already."));
        }
        FrameRate rate = new FrameRate(in.readInt(), in.readInt());
        int width = in.readInt();
        int height = in.readInt();
        int side = in.readInt();
        int reduction = in.readInt();
        Stabiliser stabiliser = Stabiliser.read(in);
        LipSpace lips = LipSpace.read(in);
        int count = bounded(in.readInt(), MOST_FRAMES);
        List<StabilisedFace> faces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            faces.add(face(in));
        }
        count = bounded(in.readInt(), MOST_FRAMES);
        List<SourceFrame> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StabilisedFace face = faces.get(bounded(in.readInt(), faces.size() - 1));
            sources.add(new SourceFrame(
                    face,
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    lips.values(face.lips()),
                    lips.pose(face.lips(), face.chinDrop())));
        }
        NetShape shape = NetShape.read(in, LikenessModel.NET_VALUES);
        byte[] network = in.readNBytes(bounded(in.readInt(), MOST_NETWORK_BYTES));
        Optional<MouthMotion> motion = in.readBoolean() ? Optional.of(MouthMotion.read(in, lips)) : Optional.empty();
        Optional<LookNetwork> look = in.readBoolean() ? Optional.of(look(in)) : Optional.empty();
        return new LikenessModel(
                rate, width, height, side, reduction, stabiliser, lips, faces, sources, shape, network, look, motion);
    }

    private static LookNetwork look(DataInputStream in) throws IOException {
        NetShape shape = NetShape.read(in, 0);
        byte[] onnx = in.readNBytes(bounded(in.readInt(), MOST_NETWORK_BYTES));
        byte[] mean = new byte[3 * shape.sizePx() * shape.sizePx()];
        in.readFully(mean);
        return new LookNetwork(onnx, shape, mean);
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("the likeness model is damaged");
        }
        return value;
    }

    private static void write(StabilisedFace face, DataOutputStream out) throws IOException {
        out.writeInt(face.frameIndex());
        out.writeLong(face.presentationTimeUs());
        for (double v : new double[] {
            face.toFace().a(), face.toFace().b(), face.toFace().tx(),
                    face.toFace().ty(), face.chinDrop(),
            face.pose().yawDeg(), face.pose().pitchDeg(), face.pose().rollDeg(), face.eyeOpenness(), face.sharpness()
        }) {
            out.writeDouble(v);
        }
        for (float v : face.lips().vector()) {
            out.writeFloat(v);
        }
        out.writeInt(face.jaw().length);
        for (float v : face.jaw()) {
            out.writeFloat(v);
        }
        out.writeBoolean(face.usable());
        out.writeBoolean(face.covered());
        out.writeBoolean(face.blurred());
    }

    private static StabilisedFace face(DataInputStream in) throws IOException {
        int index = in.readInt();
        long time = in.readLong();
        double[] d = new double[10];
        for (int i = 0; i < d.length; i++) {
            d[i] = in.readDouble();
        }
        float[] lips = floats(in, LipShape.LENGTH);
        float[] jaw = floats(in, bounded(in.readInt(), 1000));
        return new StabilisedFace(
                index,
                time,
                new Similarity(d[0], d[1], d[2], d[3]),
                LipShape.of(lips),
                jaw,
                d[4],
                new HeadPose(d[5], d[6], d[7]),
                d[8],
                d[9],
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean());
    }

    private static float[] floats(DataInputStream in, int n) throws IOException {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }
}
