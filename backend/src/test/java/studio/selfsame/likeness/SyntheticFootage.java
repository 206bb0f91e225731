package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.SyntheticFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;

/** A face of points that speaks, over pictures of grain. */
final class SyntheticFootage {
    private static final int SIZE = 256;

    private SyntheticFootage() {}

    static Dataset dataset(int frames, TrainingSettings settings) throws IOException {
        List<FaceObservation> seen = IntStream.range(0, frames)
                .mapToObj(i -> SyntheticFace.at(i, 0.5 - 0.5 * Math.cos(i * 0.4), 0.02 * Math.sin(i * 0.1), 0, 0))
                .toList();
        FaceTrack.Shot shot = new FaceTrack.Shot(0, 0, frames - 1);
        FaceTracking tracking = new FaceTracking(frames, List.of(shot), List.of(new FaceTrack(shot, seen, List.of())));
        ByteArrayOutputStream patches = new ByteArrayOutputStream();
        Dataset data = Dataset.build(tracking, new Noise(frames), settings, patches, fraction -> {});
        assertThat(patches.size())
                .isEqualTo(frames * (Patch.bytes(data.model().patchSidePx(), 1) + Small.bytes(data.model())));
        return data;
    }

    /** Grey frames with seeded grain. */
    private static final class Noise implements MediaReader {
        private final int frames;
        private int next;

        Noise(int frames) {
            this.frames = frames;
        }

        @Override
        public MediaProbe probe() {
            return new MediaProbe(
                    "mp4",
                    frames * 40_000L,
                    Optional.of(new MediaProbe.Video(
                            "h264", SIZE, SIZE, new FrameRate(25, 1), false, MediaProbe.Coding.PLAIN)),
                    Optional.empty());
        }

        @Override
        public Optional<VideoFrame> nextFrame() {
            if (next == frames) {
                return Optional.empty();
            }
            Random random = new Random(next);
            byte[] y = new byte[SIZE * SIZE];
            for (int i = 0; i < y.length; i++) {
                y[i] = (byte) (100 + random.nextInt(20));
            }
            byte[] chroma = new byte[SIZE * SIZE / 4];
            java.util.Arrays.fill(chroma, (byte) 128);
            return Optional.of(new VideoFrame(SIZE, SIZE, 40_000L * next++, y, chroma, chroma.clone()));
        }

        @Override
        public void seek(long presentationTimeUs) {
            next = (int) (presentationTimeUs / 40_000);
        }

        @Override
        public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
            return Optional.empty();
        }

        @Override
        public Optional<SoundReader> sound(int sampleRateHz, int channels) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
