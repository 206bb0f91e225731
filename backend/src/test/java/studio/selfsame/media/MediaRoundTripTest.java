package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaRoundTripTest {
    private final Media media = new FfmpegMedia();

    @TempDir
    Path folder;

    @Test
    void mp4_writtenAndRead_keepsPicturesTimesAndDescription() {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 160, 120, 60);
        try (MediaReader reader = media.open(file)) {
            MediaProbe.Video video = reader.probe().video().orElseThrow();
            assertThat(video)
                    .isEqualTo(new MediaProbe.Video(
                            "h264", 160, 120, new FrameRate(25, 1), false, MediaProbe.Coding.PLAIN));
            assertThat(reader.probe().audio()).contains(new MediaProbe.Audio("aac", 48_000, 2));
            assertThat(reader.probe().durationUs()).isBetween(2_390_000L, 2_450_000L);
            for (int i = 0; i < 60; i++) {
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.presentationTimeUs()).isEqualTo(40_000L * i);
                assertThat(TestPattern.indexOf(frame)).isEqualTo(i);
                assertThat(TestPattern.psnrDb(frame, TestPattern.frame(160, 120, i, 0)))
                        .isGreaterThan(38);
            }
            assertThat(reader.nextFrame()).isEmpty();
        }
    }

    @Test
    void mp4_finished_hasItsIndexInFrontAndLeavesNothingElse() throws IOException {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 64, 64, 5);
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content.indexOf("moov")).isPositive().isLessThan(content.indexOf("mdat"));
        assertThat(entries()).containsExactly("a.mp4");
    }

    @Test
    void mp4_closedUnfinished_leavesNothing() throws IOException {
        Media.Picture picture = new Media.Picture(64, 64, TestPattern.PAL, 0.8);
        try (MediaWriter writer = media.createMp4(folder.resolve("a.mp4"), picture, Optional.empty())) {
            writer.write(TestPattern.frame(64, 64, 0, 0));
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void mp4_oddSize_isRefused() {
        Media.Picture odd = new Media.Picture(63, 64, TestPattern.PAL, 0.8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> media.createMp4(folder.resolve("a.mp4"), odd, Optional.empty()));
    }

    @Test
    void seek_anyTime_givesTheFirstPictureAtOrAfterIt() {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 96, 64, 150);
        Random random = new Random(1);
        try (MediaReader reader = media.open(file)) {
            for (int i = 0; i < 30; i++) {
                long timeUs = random.nextLong(148 * 40_000L);
                reader.seek(timeUs);
                int expected = (int) ((timeUs + 39_999) / 40_000);
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.presentationTimeUs()).isEqualTo(40_000L * expected);
                assertThat(TestPattern.indexOf(frame)).isEqualTo(expected);
                assertThat(TestPattern.indexOf(reader.nextFrame().orElseThrow()))
                        .isEqualTo(expected + 1);
            }
            reader.seek(150 * 40_000L);
            assertThat(reader.nextFrame()).isEmpty();
            reader.seek(0);
            assertThat(TestPattern.indexOf(reader.nextFrame().orElseThrow())).isZero();
        }
    }

    @Test
    void sound_writtenAndRead_staysInPlace() {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 64, 64, 50);
        try (MediaReader reader = media.open(file)) {
            reader.nextFrame();
            AudioSamples sound = reader.readAudio(TestPattern.RATE_HZ, 1).orElseThrow();
            assertThat(TestPattern.indexOf(reader.nextFrame().orElseThrow())).isEqualTo(1);
            assertThat(sound.durationUs()).isBetween(1_990_000L, 2_060_000L);
            float[] tone = TestPattern.tone(2, 1).interleaved();
            double error = 0;
            for (int i = 2_000; i < 90_000; i++) {
                error += Math.pow(sound.interleaved()[i] - tone[i], 2);
            }
            assertThat(Math.sqrt(error / 88_000)).isLessThan(0.02);
            AudioSamples telephone = reader.readAudio(8_000, 2).orElseThrow();
            assertThat(telephone.frames()).isBetween(15_900, 16_500);
        }
    }

    @Test
    void lossless_throughAStreamAndAChannel_isExact() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameRate ntsc = new FrameRate(30_000, 1_001);
        try (MediaWriter writer = media.createLossless(out, new Media.Picture(98, 62, ntsc, 1))) {
            for (int i = 0; i < 40; i++) {
                writer.write(TestPattern.frame(98, 62, i, ntsc.timeUs(i)));
            }
            writer.finish();
        }
        try (MediaReader reader = media.open(new MemoryChannel(out.toByteArray()))) {
            assertThat(reader.probe().video().orElseThrow().frameRate()).isEqualTo(ntsc);
            for (int i = 0; i < 40; i++) {
                VideoFrame frame = reader.nextFrame().orElseThrow();
                VideoFrame original = TestPattern.frame(98, 62, i, ntsc.timeUs(i));
                assertThat(frame.presentationTimeUs()).isEqualTo(original.presentationTimeUs());
                assertThat(frame.y()).isEqualTo(original.y());
                assertThat(frame.u()).isEqualTo(original.u());
                assertThat(frame.v()).isEqualTo(original.v());
            }
            assertThat(reader.nextFrame()).isEmpty();
            assertThat(reader.readAudio(16_000, 1)).isEmpty();
        }
    }

    @Test
    void times_uneven_areKeptAndStartAtZero() {
        long[] timesUs = {500_000, 533_000, 640_000, 641_000, 900_000, 1_700_000, 1_733_000};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MediaWriter writer = media.createLossless(out, new Media.Picture(64, 48, TestPattern.PAL, 1))) {
            for (int i = 0; i < timesUs.length; i++) {
                writer.write(TestPattern.frame(64, 48, i, timesUs[i]));
            }
            writer.finish();
        }
        try (MediaReader reader = media.open(new MemoryChannel(out.toByteArray()))) {
            assertThat(reader.probe().video().orElseThrow().variableFrameRate()).isTrue();
            for (long timeUs : timesUs) {
                assertThat(reader.nextFrame().orElseThrow().presentationTimeUs())
                        .isEqualTo(timeUs - 500_000);
            }
            reader.seek(200_000);
            assertThat(reader.nextFrame().orElseThrow().presentationTimeUs()).isEqualTo(400_000);
        }
    }

    @Test
    void picture_oddSize_losesItsLastColumnAndRow() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MediaWriter writer = media.createLossless(out, new Media.Picture(65, 49, TestPattern.PAL, 1))) {
            writer.write(TestPattern.frame(65, 49, 3, 0));
            writer.finish();
        }
        try (MediaReader reader = media.open(new MemoryChannel(out.toByteArray()))) {
            VideoFrame frame = reader.nextFrame().orElseThrow();
            assertThat(List.of(frame.widthPx(), frame.heightPx())).isEqualTo(List.of(64, 48));
            assertThat(TestPattern.indexOf(frame)).isEqualTo(3);
        }
    }

    @Test
    void picture_markedAsTurned_isTurnedUpright() throws IOException {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 96, 64, 3);
        VideoFrame lying;
        try (MediaReader reader = media.open(file)) {
            lying = reader.nextFrame().orElseThrow();
        }
        byte[] content = Files.readAllBytes(file);
        int header = new String(content, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        // The display matrix of a version 0 track header: x' = -y, y' = x, a quarter turn clockwise.
        ByteBuffer.wrap(content, header + 44, 20)
                .putInt(0)
                .putInt(1 << 16)
                .putInt(0)
                .putInt(-1 << 16)
                .putInt(0);
        try (MediaReader reader = media.open(new MemoryChannel(content))) {
            assertThat(reader.probe().video().orElseThrow().widthPx()).isEqualTo(64);
            VideoFrame upright = reader.nextFrame().orElseThrow();
            assertThat(List.of(upright.widthPx(), upright.heightPx())).isEqualTo(List.of(64, 96));
            for (int y = 0; y < 96; y++) {
                for (int x = 0; x < 64; x++) {
                    assertThat(upright.y()[y * 64 + x]).isEqualTo(lying.y()[(63 - x) * 96 + y]);
                }
            }
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
