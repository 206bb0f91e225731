package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PictureGeometryTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final int FRAMES = 102;
    private static final List<byte[]> MARKED = marked();

    static Stream<Arguments> changes() {
        return Stream.of(
                change("cropped", 284, 170, (x, y) -> at(x + 20, y - 12), 1.41, 1.41, 0, false),
                change(
                        "cropped and enlarged",
                        360,
                        216,
                        (x, y) -> at(0.8 * x - 30, 0.8 * y + 8),
                        1.389,
                        1.389,
                        0,
                        false),
                change("cropped upright", 180, 240, (x, y) -> at(x - 60, y), 1.333, 1.333, 0, false),
                change("padded", 480, 288, (x, y) -> at(x - 10, y + 5), 0.833, 0.833, 0, false),
                change("turned by 4°", WIDTH, HEIGHT, turned(4, 1), 1, 1, -4, false),
                change("turned by −9° and enlarged", WIDTH, HEIGHT, turned(-9, 0.85), 1.176, 1.176, 9, false),
                change("mirrored", WIDTH, HEIGHT, (x, y) -> at(-x, y), 1, 1, 0, true),
                change("upside down", WIDTH, HEIGHT, (x, y) -> at(-x, -y), 1, 1, 180, false),
                change("turned clockwise", HEIGHT, WIDTH, (x, y) -> at(y, -x), 1, 1, 90, false),
                change("squeezed", 300, 240, (x, y) -> at(x / 0.75, y), 0.75, 1, 0, false),
                change("in perspective", WIDTH, HEIGHT, (x, y) -> at(tilted(x, x), tilted(y, x)), 1, 1, 0, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void detect_changedPicture_findsThePayloadAndTellsTheChange(
            String name, int width, int height, PictureWarp.Origin origin, Alteration.OfPicture expected) {
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.FULL).picture(PictureFormat.of(width, height));
        for (int frame = 0; frame < FRAMES && !detector.certain(); frame++) {
            detector.accept(
                    PictureWarp.warp(MARKED.get(frame), WIDTH, HEIGHT, width, height, origin), TestScene.timeUs(frame));
        }
        assertThat(detector.result()).isInstanceOfSatisfying(Detection.Found.class, found -> {
            assertThat(found.payload()).isEqualTo(PAYLOAD);
            assertThat(found.alteration()).isInstanceOfSatisfying(Alteration.OfPicture.class, told -> {
                assertThat(told.scaleX()).isCloseTo(expected.scaleX(), within(0.03));
                assertThat(told.scaleY()).isCloseTo(expected.scaleY(), within(0.03));
                double turn = Math.abs(told.rotationDegrees() - expected.rotationDegrees()) % 360;
                assertThat(Math.min(turn, 360 - turn)).isLessThan(1);
                assertThat(told.mirrored()).isEqualTo(expected.mirrored());
                assertThat(told.speed()).isEqualTo(1);
            });
        });
    }

    @Test
    void detect_spedUpPicture_findsThePayloadAndTellsTheSpeed() {
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.FULL).picture(PictureFormat.of(WIDTH, HEIGHT));
        for (int frame = 0; frame < FRAMES; frame++) {
            detector.accept(MARKED.get(frame), (long) (TestScene.timeUs(frame) / 1.25));
        }
        assertThat(detector.result()).isInstanceOfSatisfying(Detection.Found.class, found -> {
            assertThat(found.payload()).isEqualTo(PAYLOAD);
            assertThat(((Alteration.OfPicture) found.alteration()).speed()).isCloseTo(1.25, within(0.1));
        });
    }

    @Test
    void detect_croppedPictureWithCommonSearchOnly_isNotFound() {
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.COMMON).picture(PictureFormat.of(280, 168));
        for (int frame = 0; frame < FRAMES; frame++) {
            byte[] cropped = PictureWarp.warp(MARKED.get(frame), WIDTH, HEIGHT, 280, 168, (x, y) -> at(x, y));
            detector.accept(cropped, TestScene.timeUs(frame));
        }
        assertThat(detector.result()).isNotInstanceOf(Detection.Found.class);
    }

    private static Arguments change(
            String name,
            int width,
            int height,
            PictureWarp.Origin origin,
            double scaleX,
            double scaleY,
            double degrees,
            boolean mirrored) {
        return Arguments.of(
                name, width, height, origin, new Alteration.OfPicture(scaleX, scaleY, degrees, mirrored, 1));
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }

    private static PictureWarp.Origin turned(double degrees, double by) {
        double cos = by * Math.cos(Math.toRadians(degrees));
        double sin = by * Math.sin(Math.toRadians(degrees));
        return (x, y) -> at(cos * x - sin * y, sin * x + cos * y);
    }

    private static double tilted(double value, double x) {
        return value / (1 + 0.0002 * x);
    }

    private static List<byte[]> marked() {
        TestScene scene = new TestScene(WIDTH, HEIGHT, 3);
        PictureEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).picture(PictureFormat.of(WIDTH, HEIGHT));
        List<byte[]> frames = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            byte[] luma = scene.frame(frame);
            embedder.mark(luma, TestScene.timeUs(frame));
            frames.add(luma);
        }
        return frames;
    }
}
