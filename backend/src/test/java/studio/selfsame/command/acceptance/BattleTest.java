package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small clip through the real {@code ffmpeg}. */
class BattleTest {
    private static final int SECONDS = 4;

    @TempDir
    Path folder;

    @Test
    void smallClip_markedAttackedAndRead_givesARowAndAChart() throws IOException {
        Clip clip = new Corpus(folder, folder).clip("pan", 480, 270, SECONDS);
        Quality quality = new Quality();
        Marked marked = Marked.of(clip, quality);
        assertThat(quality.psnrDb()).isBetween(40.0, 60.0);
        assertThat(quality.ssim()).isBetween(0.98, 1.0);

        List<Row> rows;
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            rows = new Battle(workers, folder, "ultrafast")
                    .fight(
                            List.of(
                                    Attack.picture("V0", "as marked", Tier.A),
                                    Attack.picture(
                                            "V1",
                                            "twice",
                                            Tier.A,
                                            "-c:v libx264 -preset {preset}",
                                            "-c:v mjpeg -q:v 2"),
                                    Attack.picture(
                                            "V7", "lost", Tier.REPORTED, "-vf gblur=sigma=60 -c:v libx264 -crf 50")),
                            List.of(marked));
        }

        assertThat(rows)
                .containsExactly(
                        new Row("V0 as marked", "A", 1, 1, 0, List.of()),
                        new Row("V1 twice", "A", 1, 1, 0, List.of()),
                        new Row("V7 lost", "REPORTED", 1, 0, 0, List.of(clip.name())));
        Path chart = folder.resolve("chart.png");
        Chart.write(rows, chart);
        BufferedImage drawn = ImageIO.read(chart.toFile());
        assertThat(drawn.getWidth()).isGreaterThan(drawn.getHeight());
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(clip.file(), marked.file(), chart);
        }
    }

    @Test
    void averaging_ofAStillPicture_findsAndTakesAwayWhatStaysTheSame() throws IOException {
        Clip clip = new Corpus(folder, folder).clip("flat", 320, 180, 1);
        Residuals average = Residuals.of(clip.file(), false);
        byte[] luma = new byte[320 * 180];
        Quality little = new Quality();
        Quality much = new Quality();
        try (GrayFrames frames = new GrayFrames(clip.file())) {
            while (frames.next(luma)) {
                byte[] once = luma.clone();
                average.subtract(once, frames.timeUs(), 1);
                little.add(luma, once, 320);
                byte[] often = luma.clone();
                average.subtract(often, frames.timeUs(), 8);
                much.add(luma, often, 320);
            }
            assertThat(frames.timeUs()).isEqualTo(960_000);
        }
        assertThat(little.psnrDb()).isGreaterThan(much.psnrDb() + 10);
    }
}
