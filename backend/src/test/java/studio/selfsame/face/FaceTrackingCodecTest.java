package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceTrackingCodecTest {
    private final FaceTrackingCodec codec = new BinaryFaceTrackingCodec();

    @Test
    void tracking_writtenAndRead_isEqual() throws IOException {
        FaceTracking original = sample();
        FaceTracking read = codec.read(new ByteArrayInputStream(written(original)));
        assertThat(read).usingRecursiveComparison().isEqualTo(original);
    }

    @Test
    void stream_cutShortAnywhere_isRefused() throws IOException {
        byte[] whole = written(sample());
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.read(new ByteArrayInputStream(part))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void stream_ofAnotherKindOrVersion_isRefused() throws IOException {
        byte[] other = written(sample());
        other[7] = 9;
        assertThatThrownBy(() -> codec.read(new ByteArrayInputStream(other))).hasMessageContaining("version 9");
        other[0] = 0;
        assertThatThrownBy(() -> codec.read(new ByteArrayInputStream(other))).hasMessageContaining("not a face");
    }

    @Test
    void trackingOfVersionOne_isReadAndCompleted() throws IOException {
        List<Landmarks> landmarks = List.of(SyntheticHead.at(10, 0, 0, 320, 240, 12), SyntheticHead.turned(0, 5, 0));
        FaceTracking read = codec.read(new ByteArrayInputStream(firstVersion(landmarks)));
        FaceObservation first = read.tracks().getFirst().observations().getFirst();
        assertThat(read.frameCount()).isEqualTo(2);
        assertThat(first.landmarks().x()).containsExactly(landmarks.getFirst().x());
        assertThat(first.pose()).isEqualTo(new HeadPose(1, -2, 3));
        assertThat(first.confidence()).isEqualTo(0.9);
        assertThat(first.sharpness()).isEqualTo(55);
        assertThat(first.position().xPx()).isCloseTo(320, within(0.1));
        assertThat(first.position().pxPerCm()).isCloseTo(12, within(0.1));
        assertThat(first.eyes().leftOpenness())
                .isCloseTo(FaceGeometry.leftEyeAspect(landmarks.getFirst()), within(1e-9));
        assertThat(first.eyes().blink()).isBetween(0.0, 1.0);
    }

    /** As it was written before there was a second. */
    @Test
    void trackingOfVersionTwo_isReadWithoutPixels() throws IOException {
        byte[] third = written(sample());
        int behind = 24; // of the samples that follow the observation
        ByteBuffer second = ByteBuffer.allocate(third.length - 24);
        second.put(third, 0, third.length - 24 - behind).put(third, third.length - behind, behind);
        second.putInt(4, 2);
        FaceTrack track =
                codec.read(new ByteArrayInputStream(second.array())).tracks().getFirst();
        FaceObservation seen = track.observations().getFirst();
        assertThat(seen.brightness()).isEqualTo(120);
        assertThat(seen.pixels().leftLipRed()).isNaN();
        assertThat(track.samples()).hasSize(1);
    }

    private static byte[] firstVersion(List<Landmarks> landmarks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        ints(out, 0x53464654, 1, landmarks.size(), 1, 0, 0, 1, 1, 0, 0, 1, landmarks.size());
        for (int i = 0; i < landmarks.size(); i++) {
            out.writeInt(i);
            out.writeLong(40_000L * i);
            floats(out, 1, 2, 3, 4);
            floats(out, landmarks.get(i).x());
            floats(out, landmarks.get(i).y());
            floats(out, landmarks.get(i).z());
            for (double value : new double[] {1, -2, 3, 0.9, 0.3, 0.1, 55, 120}) {
                out.writeDouble(value);
            }
        }
        ints(out, 1);
        floats(out, 0.6f, 0.8f);
        floats(out, 1);
        return bytes.toByteArray();
    }

    private static void ints(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static void floats(DataOutputStream out, float... values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private byte[] written(FaceTracking tracking) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.write(tracking, out);
        return out.toByteArray();
    }

    private static FaceTracking sample() {
        FaceTrack.Shot shot = new FaceTrack.Shot(0, 0, 9);
        FaceObservation seen = new FaceObservation(
                3,
                120_000,
                new FaceObservation.Box(1, 2, 3, 4),
                new Landmarks(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6}),
                new HeadPose(1, -2, 3),
                new HeadPosition(4, 5, 6),
                0.9,
                0.3,
                new FaceObservation.Eyes(0.31, 0.29, 0.1, 0.2, -7, 8),
                0.1,
                0.02,
                55,
                120,
                new FaceObservation.Pixels(7, 8, 0.01));
        FaceEmbedding embedding = new FaceEmbedding(new float[] {0.6f, 0.8f}, new float[] {1});
        return new FaceTracking(10, List.of(shot), List.of(new FaceTrack(shot, List.of(seen), List.of(embedding))));
    }
}
