package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundWriterTest {
    private final Media media = new FfmpegMedia();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"wav, pcm_s24le, 1", "flac, flac, 2", "m4a, aac, 2", "wav, pcm_s24le, 6"})
    void sound_writtenAndRead_keepsRateChannelsAndShape(String ending, String codec, int channels) throws IOException {
        Path file = folder.resolve("tone." + ending);
        AudioSamples tone = TestPattern.tone(1.5, channels);
        try (MediaWriter writer =
                media.createSound(file, new Media.Sound(TestPattern.RATE_HZ, channels, 96_000 * channels))) {
            writer.write(tone);
            writer.finish();
        }
        try (MediaReader reader = media.open(file)) {
            assertThat(reader.probe().video()).isEmpty();
            assertThat(reader.probe().audio()).contains(new MediaProbe.Audio(codec, TestPattern.RATE_HZ, channels));
            float[] read = reader.readAudio(TestPattern.RATE_HZ, channels)
                    .orElseThrow()
                    .interleaved();
            if (!ending.equals("m4a")) {
                assertThat(read).hasSameSizeAs(tone.interleaved());
                assertThat(read).usingComparatorWithPrecision(2e-7f).containsExactly(tone.interleaved());
            }
            assertThat(power(read)).isCloseTo(power(tone.interleaved()), within(0.01));
        }
        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void sound_readPieceByPiece_isWhatIsReadAtOnce() {
        Path file = TestPattern.write(folder.resolve("a.mp4"), 64, 64, 90);
        try (MediaReader reader = media.open(file)) {
            float[] whole = reader.readAudio(16_000, 1).orElseThrow().interleaved();
            int at = 0;
            try (SoundReader pieces = reader.sound(16_000, 1).orElseThrow()) {
                for (var next = pieces.next(); next.isPresent(); next = pieces.next()) {
                    for (float sample : next.get().interleaved()) {
                        assertThat(sample).isEqualTo(whole[at++]);
                    }
                    reader.nextFrame();
                }
            }
            assertThat(at).isEqualTo(whole.length).isGreaterThan(3 * 16_000);
        }
    }

    @Test
    void silentFile_asked_hasNoSound() {
        Path file = folder.resolve("silent.mp4");
        Media.Picture picture = new Media.Picture(64, 64, TestPattern.PAL, 0.8);
        try (MediaWriter writer = media.createMp4(file, picture, Optional.empty())) {
            writer.write(TestPattern.frame(64, 64, 0, 0));
            writer.finish();
        }
        try (MediaReader reader = media.open(file)) {
            assertThat(reader.sound(16_000, 1)).isEmpty();
        }
    }

    @Test
    void ending_ofNoSoundFile_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> media.createSound(folder.resolve("a.mp3"), new Media.Sound(48_000, 1, 64_000)));
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return sum / samples.length;
    }
}
