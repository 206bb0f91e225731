package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureHostileInputTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final IntToLongFunction USUAL = TestScene::timeUs;

    @ParameterizedTest
    @CsvSource({"64,64", "384,64", "64,384", "98,70"})
    void detect_noiseAndConstantFrames_areNotTakenForMarked(int width, int height) {
        Random random = new Random(width);
        assertThat(detect(Search.COMMON, width, height, 90, USUAL, frame -> {
                    byte[] noise = new byte[width * height];
                    random.nextBytes(noise);
                    return noise;
                }))
                .isEqualTo(new Detection.Absent());
        assertThat(detect(Search.COMMON, width, height, 90, USUAL, frame -> new byte[width * height]))
                .isEqualTo(new Detection.Absent());
    }

    @Test
    void detect_unmarkedSceneWithFullSearch_isAbsent() {
        TestScene scene = new TestScene(120, 90, 3);
        assertThat(detect(Search.FULL, 120, 90, 90, USUAL, scene::frame)).isEqualTo(new Detection.Absent());
    }

    @Test
    void detect_unmarkedOrMarked_countsWhatWasDecoded() {
        PictureDetector blank = detector();
        blank.accept(new byte[240 * 180], 0);
        assertThat(blank.result()).isInstanceOf(Detection.Inconclusive.class);
        assertThat(blank.hypotheses()).isZero();
        assertThat(blank.tagTries()).isZero();

        PictureDetector telling = detector();
        IntFunction<byte[]> marked = marked(0);
        for (int frame = 0; frame < 60; frame++) {
            telling.accept(marked.apply(frame), TestScene.timeUs(frame));
        }
        assertThat(payload(telling.result())).isEqualTo(TestKeys.payload(7));
        // every mixture of layers at every place in the cycle
        assertThat(telling.hypotheses()).isGreaterThanOrEqualTo(16 * 6);
        assertThat(telling.tagTries()).isBetween(1L, telling.hypotheses());
    }

    private static PictureDetector detector() {
        return WatermarkDetector.create(List.of(KEY), Search.COMMON).picture(PictureFormat.of(240, 180));
    }

    @Test
    void detect_absurdTimes_endsWithoutAFind() {
        TestScene scene = new TestScene(96, 64, 3);
        assertThat(detect(Search.FULL, 96, 64, 60, frame -> Long.MAX_VALUE - 60 + frame, scene::frame))
                .isNotInstanceOf(Detection.Found.class);
        assertThat(detect(Search.FULL, 96, 64, 60, frame -> frame * (Long.MAX_VALUE / 60), scene::frame))
                .isNotInstanceOf(Detection.Found.class);
        assertThat(detect(Search.FULL, 96, 64, 60, frame -> 7, scene::frame))
                .isInstanceOf(Detection.Inconclusive.class);
    }

    @Test
    void detect_markedAtTheEndOfTime_isFound() {
        long startUs = Long.MAX_VALUE - 10_000_000;
        assertThat(payload(detect(
                        Search.COMMON, 240, 180, 60, frame -> startUs + USUAL.applyAsLong(frame), marked(startUs))))
                .isEqualTo(TestKeys.payload(7));
    }

    @Test
    void detect_markThatBeginsLate_isFoundInALaterWindow() {
        TestScene scene = new TestScene(240, 180, 3);
        IntFunction<byte[]> marked = marked(0);
        Detection detection = detect(
                Search.COMMON,
                240,
                180,
                25 * 19,
                USUAL,
                frame -> frame < 400 ? scene.frame(frame) : marked.apply(frame));
        assertThat(payload(detection)).isEqualTo(TestKeys.payload(7));
        assertThat(((Detection.Found) detection).firstCertainUs()).isGreaterThan(16_000_000);
    }

    @Test
    void detect_onSeveralThreads_givesTheSameAnswerOnEach() throws Exception {
        List<byte[]> frames = new ArrayList<>();
        IntFunction<byte[]> marked = marked(0);
        for (int frame = 0; frame < 60; frame++) {
            frames.add(marked.apply(frame));
        }
        Detection alone = detect(Search.COMMON, 240, 180, 60, USUAL, frames::get);
        Callable<Detection> again = () -> detect(Search.COMMON, 240, 180, 60, USUAL, frames::get);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (var answer : threads.invokeAll(List.of(again, again, again))) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
        assertThat(payload(alone)).isEqualTo(TestKeys.payload(7));
    }

    @Test
    void detect_flatMarkedFrames_isFound() {
        PictureEmbedder embedder =
                WatermarkEmbedder.create(KEY, TestKeys.payload(7)).picture(PictureFormat.of(240, 180));
        assertThat(payload(detect(Search.COMMON, 240, 180, 60, USUAL, frame -> {
                    byte[] flat = new byte[240 * 180];
                    Arrays.fill(flat, (byte) 128);
                    embedder.mark(flat, TestScene.timeUs(frame));
                    return flat;
                })))
                .isEqualTo(TestKeys.payload(7));
    }

    private static IntFunction<byte[]> marked(long startUs) {
        TestScene scene = new TestScene(240, 180, 3);
        PictureEmbedder embedder =
                WatermarkEmbedder.create(KEY, TestKeys.payload(7)).picture(PictureFormat.of(240, 180));
        return frame -> {
            byte[] luma = scene.frame(frame);
            embedder.mark(luma, startUs + TestScene.timeUs(frame));
            return luma;
        };
    }

    private static Payload payload(Detection detection) {
        assertThat(detection).isInstanceOf(Detection.Found.class);
        return ((Detection.Found) detection).payload();
    }

    private static Detection detect(
            Search search, int width, int height, int frames, IntToLongFunction timeUs, IntFunction<byte[]> frame) {
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), search).picture(PictureFormat.of(width, height));
        for (int i = 0; i < frames; i++) {
            detector.accept(frame.apply(i), timeUs.applyAsLong(i));
        }
        return detector.result();
    }
}
