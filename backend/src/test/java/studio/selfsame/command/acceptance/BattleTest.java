package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.watermark.Search;

/** A small clip through the real {@code ffmpeg}. */
class BattleTest {
    private static final int SECONDS = 4;

    /** Attacks with syntax that no other has. */
    private static final Set<String> UNUSUAL = Set.of(
            "V2 x265 crf 30",
            "V4 crop .9 scaled back",
            "V8 60 fps",
            "V8 drop 20 %",
            "V8 swap 20 %",
            "V11 recaptured",
            "V12 vp9 crf 33",
            "V12 av1 crf 35",
            "V12 mjpeg q 50",
            "V12 picture in picture 60 %",
            "A1 opus 16k",
            "A2 polarity",
            "A3 pitch 0.95",
            "A3 noise at 20 dB",
            "A3 mixed with another");

    @TempDir
    Path folder;

    @Test
    void smallClip_markedAttackedAndRead_givesARowAndAChart() throws IOException {
        Clip clip = new Corpus(folder, folder).clip("pan", 480, 270, SECONDS);
        Quality quality = new Quality();
        Marked marked = Marked.of(clip, quality);
        assertThat(quality.psnrDb()).isBetween(40.0, 60.0);
        assertThat(quality.ssim()).isBetween(0.98, 1.0);
        assertThat(Remarking.refused(marked)).isTrue();

        List<Row> rows;
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            rows = new Battle(workers, folder, "ultrafast", attack -> Search.COMMON, Ledger.none())
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
    void unusualAttacks_onOneSecond_areCommandsThatFfmpegTakes() throws IOException {
        Corpus corpus = new Corpus(folder, folder);
        Marked picture = Marked.of(corpus.clip("flat", 192, 128, 1), new Quality());
        Path tone = folder.resolve("tone.wav");
        Samples.write(Synthesis.music(1), tone);
        Marked sound = new Marked("tone", tone, tone, BenchKeys.id("tone"), 0, 0, 1);

        List<Row> rows = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            Battle battle = new Battle(workers, folder, "ultrafast", attack -> Search.COMMON, Ledger.none());
            rows.addAll(battle.fight(unusual(PictureAttacks.all()), List.of(picture)));
            rows.addAll(battle.fight(unusual(SoundAttacks.all()), List.of(sound)));
        }

        assertThat(rows).hasSize(UNUSUAL.size()).allSatisfy(row -> {
            assertThat(row.wrong()).isZero();
            assertThat(row.missed()).noneMatch(missed -> missed.contains("failed"));
        });
    }

    private static List<Attack> unusual(List<Attack> attacks) {
        return attacks.stream()
                .filter(attack -> UNUSUAL.contains(attack.label()))
                .toList();
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
