package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

class BrokenMediaTest {
    private final Media media = new FfmpegMedia();

    @TempDir
    Path folder;

    @Test
    void file_empty_isExplained() {
        assertThat(problemOf(new byte[0]).cause()).isEqualTo("The file is empty.");
    }

    @Test
    void file_text_isExplained() {
        byte[] text = "Dear all,\nthis is not a film.\n".repeat(400).getBytes(StandardCharsets.UTF_8);
        assertThat(problemOf(text).cause()).contains("not a video or sound file");
    }

    @Test
    void file_playListNamingOthers_isNotFollowed() {
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n";
        assertThat(problemOf(list.getBytes(StandardCharsets.UTF_8)).cause()).contains("not a video or sound file");
    }

    @Test
    void file_cutShort_isExplained() throws IOException {
        byte[] whole = sample();
        Problem problem = problemOf(Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThat(problem.stage()).isEqualTo("media");
        assertThat(problem.cause()).contains("cut short");
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.consequence()).isNotBlank();
    }

    @Test
    void file_ofEightThousandColumns_isRefusedBeforeAPictureIsDecoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MediaWriter writer = media.createLossless(out, new Media.Picture(7680, 48, TestPattern.PAL, 1))) {
            writer.write(TestPattern.frame(7680, 48, 0, 0));
            writer.finish();
        }
        assertThat(problemOf(out.toByteArray()).cause())
                .isEqualTo("The picture is 7680x48 pixels; at most 4096x4096 can be read.");
    }

    @Test
    void file_damagedInTheMiddle_isReportedNotConcealed() throws IOException {
        byte[] content = sample();
        for (int i = content.length / 2; i < content.length / 2 + 4_000; i++) {
            content[i] = (byte) (content[i] ^ 0x5a);
        }
        assertThat(problemOf(content).cause()).contains("damaged");
    }

    @Test
    void file_soundOnly_hasNoPictures() {
        byte[] wav = wave(TestPattern.tone(0.5, 1));
        try (MediaReader reader = media.open(new MemoryChannel(wav))) {
            assertThat(reader.probe().video()).isEmpty();
            assertThat(reader.readAudio(16_000, 1).orElseThrow().durationUs()).isEqualTo(500_000);
            ProblemException problem = catchThrowableOfType(ProblemException.class, reader::nextFrame);
            assertThat(problem.problem().cause()).contains("no moving picture");
        }
    }

    @Test
    void file_randomlyMutated_endsInAProblemOrInPictures() throws IOException {
        byte[] whole = sample();
        Random random = new Random(2026);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] content = whole.clone();
            int start = round % 2 == 0 ? random.nextInt(2_000) : random.nextInt(content.length);
            int length = Math.min(1 + random.nextInt(64), content.length - start);
            for (int i = start; i < start + length; i++) {
                content[i] = (byte) random.nextInt(256);
            }
            if (round % 5 == 0) {
                content = Arrays.copyOf(content, random.nextInt(content.length));
            }
            try {
                readAll(content);
            } catch (ProblemException e) {
                assertThat(e.problem().stage()).isEqualTo("media");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10);
    }

    private Problem problemOf(byte[] content) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> readAll(content));
        assertThat(thrown).isNotNull();
        assertThat(thrown.kind()).isEqualTo(ProblemException.Kind.UNUSABLE);
        return thrown.problem();
    }

    private void readAll(byte[] content) {
        try (MediaReader reader = media.open(new MemoryChannel(content))) {
            while (reader.nextFrame().isPresent()) {}
            reader.readAudio(16_000, 1);
        }
    }

    private byte[] sample() throws IOException {
        return Files.readAllBytes(TestPattern.write(folder.resolve("sample.mp4"), 128, 96, 40));
    }

    private static byte[] wave(AudioSamples sound) {
        java.nio.ByteBuffer wav = java.nio.ByteBuffer.allocate(44 + 2 * sound.interleaved().length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(sound.sampleRateHz());
        wav.putInt(2 * sound.sampleRateHz()).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * sound.interleaved().length);
        for (float value : sound.interleaved()) {
            wav.putShort((short) (value * 32_767));
        }
        return wav.array();
    }
}
