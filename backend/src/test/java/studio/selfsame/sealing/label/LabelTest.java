package studio.selfsame.sealing.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.VideoFrame;

class LabelTest {
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"16", "128", "200", "235", "255", "-1"})
    void label_onAnyGround_hasContrastOfSixBeforeItIsEncoded(int ground) {
        VideoFrame frame = frame(0, (x, y) -> ground);
        Label label = label("KI-GENERIERT", "de");
        assertThat(label.contrastOn(frame)).isLessThan(2);

        label.draw(frame);

        assertThat(label.contrastOn(frame)).isGreaterThan(5.9);
    }

    @Test
    void plate_overBrightGround_isDarkerThanItMustBeOverDarkGround() {
        int x = LabelPlace.TOP_RIGHT.xPx(WIDTH, label("AI", "en").layout().widthPx()) + 6;
        VideoFrame bright = frame(0, (column, row) -> 235);
        VideoFrame grey = frame(0, (column, row) -> 90);

        label("AI", "en").draw(bright);
        label("AI", "en").draw(grey);

        assertThat(kept(bright, x, 235)).isLessThan(0.45);
        assertThat(kept(grey, x, 90)).isBetween(0.48, 0.52);
    }

    /** Share of the ground that is left under the plate. */
    private static double kept(VideoFrame frame, int x, int ground) {
        return ((frame.y()[28 * WIDTH + x] & 0xff) - 16) / (ground - 16.0);
    }

    @Test
    void contrast_wordsGoneFromOnePart_isSeen() {
        VideoFrame frame = frame(0, (x, y) -> 60);
        Label label = label("AI GENERATED", "en");
        label.draw(frame);

        for (int y = 0; y < 60; y++) {
            Arrays.fill(frame.y(), y * WIDTH + WIDTH - 90, y * WIDTH + WIDTH, (byte) 40);
        }

        assertThat(label.contrastOn(frame)).isLessThan(Label.LEAST_CONTRAST);
    }

    @Test
    void label_drawn_leavesTheRestOfThePictureAloneAndTheColourOutOfItself() {
        VideoFrame frame = frame(0, (x, y) -> -1);
        VideoFrame before = frame(0, (x, y) -> -1);
        Label label = label("AI GENERATED", "en");
        LabelTrack.Spot spot = label.track().at(0, WIDTH, HEIGHT, label.layout());

        label.draw(frame);

        int outside = 0;
        for (int i = 0; i < frame.y().length; i++) {
            int x = i % WIDTH - spot.xPx();
            int y = i / WIDTH - spot.yPx();
            boolean within = x >= 0
                    && y >= 0
                    && x < label.layout().widthPx()
                    && y < label.layout().heightPx();
            outside += !within && frame.y()[i] != before.y()[i] ? 1 : 0;
        }
        assertThat(outside).isZero();
        assertThat(frame.y()).isNotEqualTo(before.y());
        int inside = (spot.yPx() / 2 + 6) * (WIDTH / 2) + spot.xPx() / 2 + 6;
        assertThat(frame.u()[inside]).isEqualTo((byte) 128);
        assertThat(frame.u()[0]).isEqualTo((byte) 90);
    }

    @Test
    void label_thatMoves_isMeasuredWhereItIsAndNowhereElse() {
        // A face goes from the left corner to the right after half a minute.
        List<FaceGlimpse> glimpses = IntStream.range(0, 60)
                .mapToObj(second -> new FaceGlimpse(
                        second * 1_000_000L, List.of(new FaceObservation.Box(second < 30 ? 60 : 480, 10, 100, 100))))
                .toList();
        Label label = Label.of("AI MODIFIED", Locale.ENGLISH, WIDTH, HEIGHT, RATE, 25 * 60, glimpses);
        assertThat(label.track().stays()).hasSize(2);
        long movedUs = label.track().stays().getLast().fromUs();

        for (long us = movedUs - 600_000; us < movedUs + 100_000; us += 40_000) {
            VideoFrame frame = frame(us, (x, y) -> 60);
            label.draw(frame);
            // Decoders round.
            assertThat(label.contrastOn(at(frame, us + 9))).isGreaterThan(5.9);
            assertThat(label.contrastOn(at(frame, us < movedUs ? movedUs : 0))).isLessThan(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "he", "hi", "ja", "ko", "th", "vi", "zh-Hant"})
    void label_encodedOnBrightNoise_canStillBeRead(String language) throws Exception {
        int width = 480;
        int height = 272;
        LabelWords words = LabelWords.of(Locale.forLanguageTag(language));
        Label label = Label.of(words.modified(), words.language(), width, height, RATE, 12, List.of());
        Random noise = new Random(4);
        Path file = folder.resolve("labelled.mp4");
        try (var writer =
                Media.alone().createMp4(file, new Media.Picture(width, height, RATE, 0.8), Optional.empty())) {
            for (int i = 0; i < 12; i++) {
                VideoFrame frame = frame(width, height, RATE.timeUs(i), (x, y) -> 150 + noise.nextInt(86));
                label.draw(frame);
                writer.write(frame);
            }
            writer.finish();
        }

        try (var reader = Media.alone().open(file)) {
            for (int i = 0; i < 12; i++) {
                assertThat(label.contrastOn(reader.nextFrame().orElseThrow())).isGreaterThan(Label.LEAST_CONTRAST);
            }
        }
    }

    private static Label label(String words, String language) {
        return Label.of(words, Locale.forLanguageTag(language), WIDTH, HEIGHT, RATE, 100, List.of());
    }

    private static VideoFrame at(VideoFrame frame, long timeUs) {
        return new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v());
    }

    private static VideoFrame frame(long timeUs, IntBinaryOperator luma) {
        return frame(WIDTH, HEIGHT, timeUs, luma);
    }

    /** @param ground luma at x, y, or −1 for noise */
    private static VideoFrame frame(int width, int height, long timeUs, IntBinaryOperator ground) {
        byte[] luma = new byte[width * height];
        Random noise = new Random(9);
        for (int i = 0; i < luma.length; i++) {
            int there = ground.applyAsInt(i % width, i / width);
            luma[i] = (byte) (there < 0 ? 16 + noise.nextInt(220) : there);
        }
        byte[] chroma = new byte[width * height / 4];
        Arrays.fill(chroma, (byte) 90);
        return new VideoFrame(width, height, timeUs, luma, chroma, chroma.clone());
    }
}
