package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.picture.SyntheticFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;

class LikenessModelTest {
    private static final int SIZE = 256;
    private static final TrainingSettings QUICK = quick();

    private static final LikenessTrainer.Watch NOBODY = new LikenessTrainer.Watch() {
        @Override
        public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {}

        @Override
        public void checkpoint(byte[] state) {}
    };

    @Test
    void train_sameSeed_givesTheSameModelThatSurvivesItsCodec() throws IOException {
        LikenessTrainer.Result first = LikenessTrainer.train(dataset(90), QUICK, new byte[0], NOBODY);
        LikenessTrainer.Result second = LikenessTrainer.train(dataset(90), QUICK, new byte[0], NOBODY);
        assertThat(first.metrics())
                .isEqualTo(second.metrics())
                .containsKeys("heldOutPsnrDb", "retrievalPsnrDb", "meanFacePsnrDb", "wrongDrivePsnrDb");
        byte[] written = written(first.model());
        assertThat(written).isEqualTo(written(second.model()));
        LikenessModel read = LikenessModelCodec.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertThat(written(read)).isEqualTo(written);
        assertThat(read.sources()).hasSize(90);
    }

    @Test
    void build_tooFewFrames_isRefusedWithARemedy() {
        assertThatThrownBy(() -> dataset(20))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).contains("20", "50"));
    }

    @Test
    void choose_plateShorterThanPerformance_playsBackAndForth() throws IOException {
        PlateStretch stretch = PlateStretch.choose(dataset(60).model().faces(), 200);
        assertThat(stretch.length()).isEqualTo(60);
        for (int i = 1; i < 200; i++) {
            assertThat(Math.abs(stretch.at(i) - stretch.at(i - 1))).isEqualTo(1);
        }
    }

    private static TrainingSettings quick() {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = 4;
        draft.batch = 2;
        draft.channels = List.of(4, 8, 12);
        draft.resolution = 32;
        return draft.settle();
    }

    private static byte[] written(LikenessModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LikenessModelCodec.write(model, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static Dataset dataset(int frames) throws IOException {
        List<FaceObservation> seen = IntStream.range(0, frames)
                .mapToObj(i -> SyntheticFace.at(i, 0.5 - 0.5 * Math.cos(i * 0.4), 0.02 * Math.sin(i * 0.1), 0, 0))
                .toList();
        FaceTrack.Shot shot = new FaceTrack.Shot(0, 0, frames - 1);
        FaceTracking tracking = new FaceTracking(frames, List.of(shot), List.of(new FaceTrack(shot, seen, List.of())));
        ByteArrayOutputStream patches = new ByteArrayOutputStream();
        Dataset data = Dataset.build(tracking, new Noise(frames), QUICK, patches, fraction -> {});
        assertThat(patches.size())
                .isEqualTo(frames * data.model().patchSidePx() * data.model().patchSidePx() * 3 / 2);
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
