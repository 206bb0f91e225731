package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnevenTimesTest {
    private final Media media = Media.alone();

    @TempDir
    Path folder;

    @Test
    void times_unevenBehindTheFirstSeconds_areNoticed() {
        long[] timesUs = new long[500];
        for (int i = 1; i < timesUs.length; i++) {
            timesUs[i] = timesUs[i - 1] + (i < 450 ? 40_000 : 80_000);
        }
        try (MediaReader reader = media.open(write(timesUs))) {
            MediaProbe.Video video = reader.probe().video().orElseThrow();
            assertThat(video.variableFrameRate()).isTrue();
            assertThat(video.frameRate().timeUs(timesUs.length))
                    .as("the mean is that of the whole file")
                    .isCloseTo(timesUs[499] + 44_000, offset(4_000L));
            assertThat(reader.evenRate()).isEqualTo(new FrameRate(25, 1));
            long[] told = reader.unevenTimesUs();
            assertThat(told).hasSize(timesUs.length);
            int index = 0;
            for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                assertThat(f.get().presentationTimeUs()).isEqualTo(told[index++]);
            }
            assertThat(index).isEqualTo(timesUs.length);
        }
    }

    @Test
    void times_even_areNotTold() {
        long[] timesUs = new long[60];
        for (int i = 0; i < timesUs.length; i++) {
            timesUs[i] = new FrameRate(30_000, 1001).timeUs(i);
        }
        try (MediaReader reader = media.open(write(timesUs))) {
            assertThat(reader.unevenTimesUs()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12000,24",
        "24100,24",
        "24900,25",
        "27300,30",
        "30250,30",
        "31000,50",
        "59400,60",
        "60300,60",
        "90000,60"
    })
    void usual_anyRate_isTheNextUsualOneAbove(int thousandths, int usual) {
        assertThat(new FrameRate(thousandths, 1000).usual()).isEqualTo(new FrameRate(usual, 1));
    }

    private Path write(long[] timesUs) {
        Path file = folder.resolve("uneven.mp4");
        Media.Picture picture = new Media.Picture(64, 48, TestPattern.PAL, 0.5);
        try (MediaWriter writer = media.createMp4(file, picture, Optional.empty())) {
            for (int i = 0; i < timesUs.length; i++) {
                writer.write(TestPattern.frame(64, 48, i, timesUs[i]));
            }
            writer.finish();
        }
        return file;
    }
}
