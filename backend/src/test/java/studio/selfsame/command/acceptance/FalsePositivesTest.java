package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

class FalsePositivesTest {
    @TempDir
    Path folder;

    @Test
    void unmarkedClipAndTrack_withWrongKeys_areTriedUntilThereAreHypothesesEnough() throws IOException {
        Clip clip = new Corpus(folder, folder).clip("pan", 192, 128, 3);
        FalsePositives.Outcome outcome =
                look(new FalsePositives.Extent(0, 26, 0, 1_000), List.of(clip), track(Synthesis.music(4)));

        assertThat(outcome.found()).isZero();
        assertThat(outcome.hypotheses()).isGreaterThanOrEqualTo(1_000);
        assertThat(outcome.sounds()).isBetween(1_000L, 20_000L);
        assertThat(outcome.trials()).isGreaterThanOrEqualTo(26 + 100);
        assertThat((outcome.trials() - 26) % 100).isZero();
        assertThat(outcome.tagTries()).isBetween(200L, outcome.hypotheses());
    }

    @Test
    void track_markedWithOneOfTheWrongKeys_isFound() throws IOException {
        SoundEmbedder embedder = WatermarkEmbedder.create(BenchKeys.wrong(7, 8).getFirst(), BenchKeys.id("wrong"))
                .sound(new SoundFormat(Track.RATE_HZ, 1));
        float[] plain = Synthesis.music(6);
        float[] head = embedder.mark(plain);
        float[] tail = embedder.finish();
        float[] marked = Arrays.copyOf(head, plain.length);
        System.arraycopy(tail, 0, marked, head.length, tail.length);

        FalsePositives.Outcome outcome = look(new FalsePositives.Extent(0, 0, 0, 1), List.of(), track(marked));

        assertThat(outcome.found()).isEqualTo(1);
        assertThat(outcome.trials()).isEqualTo(100);
    }

    private FalsePositives.Outcome look(FalsePositives.Extent extent, List<Clip> clips, Track track)
            throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            return new FalsePositives(workers, extent).look(clips, List.of(track));
        }
    }

    private Track track(float[] samples) throws IOException {
        Track track = new Track("sound", folder.resolve("sound.wav"));
        Samples.write(samples, track.file());
        return track;
    }
}
