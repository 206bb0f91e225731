package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
                0.9,
                0.3,
                0.1,
                55,
                120);
        FaceEmbedding embedding = new FaceEmbedding(new float[] {0.6f, 0.8f}, new float[] {1});
        return new FaceTracking(10, List.of(shot), List.of(new FaceTrack(shot, List.of(seen), List.of(embedding))));
    }
}
