package studio.selfsame.face;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Version 3: big-endian, counts before lists; about 6 KB for each face and frame. Version 2 knew nothing of the pixels.
 * Version 1 knew neither the head's place nor gaze, blinks and brows either: they are read off the landmarks it kept.
 */
@Component
final class BinaryFaceTrackingCodec implements FaceTrackingCodec {
    private static final int MAGIC = 0x53464654; // "SFFT"
    private static final int VERSION = 3;
    private static final int FIRST_VERSION = 1;
    private static final int WITH_PIXELS = 3;
    private static final int MAX_COUNT = 10_000_000;

    @Override
    public void write(FaceTracking tracking, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(tracking.frameCount());
        out.writeInt(tracking.shots().size());
        for (FaceTrack.Shot shot : tracking.shots()) {
            write(shot, out);
        }
        out.writeInt(tracking.tracks().size());
        for (FaceTrack track : tracking.tracks()) {
            write(track.shot(), out);
            out.writeInt(track.observations().size());
            for (FaceObservation observation : track.observations()) {
                write(observation, out);
            }
            out.writeInt(track.samples().size());
            for (FaceEmbedding sample : track.samples()) {
                write(sample.primary(), out);
                write(sample.second(), out);
            }
        }
        out.flush();
    }

    private static void write(FaceTrack.Shot shot, DataOutputStream out) throws IOException {
        out.writeInt(shot.index());
        out.writeInt(shot.firstFrame());
        out.writeInt(shot.lastFrame());
    }

    private static void write(FaceObservation seen, DataOutputStream out) throws IOException {
        out.writeInt(seen.frameIndex());
        out.writeLong(seen.presentationTimeUs());
        FaceObservation.Box box = seen.box();
        write(new float[] {box.x(), box.y(), box.widthPx(), box.heightPx()}, out);
        write(seen.landmarks().x(), out);
        write(seen.landmarks().y(), out);
        write(seen.landmarks().z(), out);
        HeadPose pose = seen.pose();
        HeadPosition position = seen.position();
        FaceObservation.Eyes eyes = seen.eyes();
        for (double value : new double[] {
            pose.yawDeg(),
            pose.pitchDeg(),
            pose.rollDeg(),
            position.xPx(),
            position.yPx(),
            position.pxPerCm(),
            seen.confidence(),
            seen.eyeOpenness(),
            eyes.leftOpenness(),
            eyes.rightOpenness(),
            eyes.leftBlink(),
            eyes.rightBlink(),
            eyes.gazeYawDeg(),
            eyes.gazePitchDeg(),
            seen.mouthOpenness(),
            seen.browRaise(),
            seen.sharpness(),
            seen.brightness(),
            seen.pixels().leftLipRed(),
            seen.pixels().rightLipRed(),
            seen.pixels().burntOut()
        }) {
            out.writeDouble(value);
        }
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    @Override
    public FaceTracking read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a face tracking");
        }
        int version = in.readInt();
        if (version < FIRST_VERSION || version > VERSION) {
            throw new IOException(
                    "face tracking of version " + version + "; up to version " + VERSION + " can be read");
        }
        int frames = in.readInt();
        List<FaceTrack.Shot> shots = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            shots.add(readShot(in));
        }
        List<FaceTrack> tracks = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            tracks.add(readTrack(in, version));
        }
        return new FaceTracking(frames, List.copyOf(shots), List.copyOf(tracks));
    }

    private static FaceTrack readTrack(DataInputStream in, int version) throws IOException {
        FaceTrack.Shot shot = readShot(in);
        List<FaceObservation> observations = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            observations.add(version == FIRST_VERSION ? readFirst(in) : readObservation(in, version));
        }
        if (version == FIRST_VERSION) {
            observations = new TrackReading(new HeadPoseFit(ModelCards.read())).completed(observations);
        }
        List<FaceEmbedding> samples = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            samples.add(new FaceEmbedding(readFloats(in), readFloats(in)));
        }
        return new FaceTrack(shot, List.copyOf(observations), List.copyOf(samples));
    }

    private static FaceTrack.Shot readShot(DataInputStream in) throws IOException {
        return new FaceTrack.Shot(in.readInt(), in.readInt(), in.readInt());
    }

    private static FaceObservation readObservation(DataInputStream in, int version) throws IOException {
        return new FaceObservation(
                in.readInt(),
                in.readLong(),
                readBox(in),
                readLandmarks(in),
                new HeadPose(in.readDouble(), in.readDouble(), in.readDouble()),
                new HeadPosition(in.readDouble(), in.readDouble(), in.readDouble()),
                in.readDouble(),
                in.readDouble(),
                new FaceObservation.Eyes(
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble()),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                version < WITH_PIXELS
                        ? FaceObservation.Pixels.UNKNOWN
                        : new FaceObservation.Pixels(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static FaceObservation readFirst(DataInputStream in) throws IOException {
        return new FaceObservation(
                in.readInt(),
                in.readLong(),
                readBox(in),
                readLandmarks(in),
                new HeadPose(in.readDouble(), in.readDouble(), in.readDouble()),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static FaceObservation.Box readBox(DataInputStream in) throws IOException {
        float[] box = readFloats(in);
        if (box.length != 4) {
            throw new IOException("damaged face tracking");
        }
        return new FaceObservation.Box(box[0], box[1], box[2], box[3]);
    }

    private static Landmarks readLandmarks(DataInputStream in) throws IOException {
        Landmarks landmarks = new Landmarks(readFloats(in), readFloats(in), readFloats(in));
        if (landmarks.y().length != landmarks.size() || landmarks.z().length != landmarks.size()) {
            throw new IOException("damaged face tracking");
        }
        return landmarks;
    }

    private static float[] readFloats(DataInputStream in) throws IOException {
        int count = count(in);
        byte[] raw = in.readNBytes(4 * count);
        if (raw.length != 4 * count) {
            throw new EOFException("damaged face tracking");
        }
        float[] values = new float[count];
        ByteBuffer.wrap(raw).asFloatBuffer().get(values);
        return values;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_COUNT) {
            throw new IOException("damaged face tracking");
        }
        return count;
    }
}
