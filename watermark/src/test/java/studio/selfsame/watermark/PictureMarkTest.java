package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureMarkTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);

    @ParameterizedTest
    @CsvSource({"320,240", "426,240", "288,512", "360,360", "360,288", "640,360"})
    void detect_anyFrameSize_findsTheExactPayload(int width, int height) {
        Payload payload = TestKeys.payload(width * height);
        List<byte[]> marked = marked(width, height, 60, payload, 0);
        assertThat(detect(List.of(KEY), marked, width, height, 0))
                .isInstanceOfSatisfying(Detection.Found.class, found -> {
                    assertThat(found.payload()).isEqualTo(payload);
                    assertThat(found.keyId()).isEqualTo("key-1");
                    assertThat(found.confidence()).isBetween(0.6, 1.0);
                    assertThat(found.firstCertainUs()).isBetween(0L, 2_400_000L);
                });
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "-1,0", "-9223372036854775808,0", "0,3723000000", "42,86400000000"})
    void detect_anyPayloadAtAnyTime_isExact(long id, long startUs) {
        List<byte[]> marked = marked(320, 320, 60, new Payload(id), startUs);
        assertThat(payloadIn(detect(List.of(KEY), marked, 320, 320, startUs))).isEqualTo(new Payload(id));
    }

    @Test
    void detect_halfSizeBlurredAndCoarselyQuantised_findsThePayload() {
        List<byte[]> attacked = new ArrayList<>();
        for (byte[] frame : marked(480, 480, 125, PAYLOAD, 0)) {
            byte[] small = PictureAttacks.half(PictureAttacks.blur(frame, 480, 480), 480, 480);
            attacked.add(PictureAttacks.quantise(small, 240, 240, 12));
        }
        assertThat(payloadIn(detect(List.of(KEY), attacked, 240, 240, 0))).isEqualTo(PAYLOAD);
    }

    @ParameterizedTest
    @CsvSource({"9", "13", "20"})
    void detect_startCutOffAndClockBegunAnew_findsThePayload(int framesCut) {
        List<byte[]> marked = marked(360, 360, 100, PAYLOAD, 0);
        List<byte[]> rest = marked.subList(framesCut, marked.size());
        assertThat(payloadIn(detect(List.of(KEY), rest, 360, 360, 0))).isEqualTo(PAYLOAD);
    }

    @Test
    void detect_brighterAndFlatterPicture_findsThePayload() {
        List<byte[]> attacked = each(marked(360, 360, 75, PAYLOAD, 0), frame -> {
            byte[] changed = frame.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] = (byte) (60 + 0.6 * (changed[i] & 0xff));
            }
            return changed;
        });
        assertThat(payloadIn(detect(List.of(KEY), attacked, 360, 360, 0))).isEqualTo(PAYLOAD);
    }

    @Test
    void detect_severalKeys_namesTheOneThatFits() {
        List<byte[]> marked = marked(320, 320, 60, PAYLOAD, 0);
        Detection detection = detect(List.of(TestKeys.key(5), KEY, TestKeys.key(6)), marked, 320, 320, 0);
        assertThat(((Detection.Found) detection).keyId()).isEqualTo("key-1");
    }

    @Test
    void detect_dozensOfWrongKeysAndTheUnmarkedScene_neverFindsAnything() {
        List<WatermarkKey> wrong = new ArrayList<>();
        for (int seed = 100; seed < 124; seed++) {
            wrong.add(TestKeys.key(seed));
        }
        List<byte[]> marked = marked(240, 240, 80, PAYLOAD, 0);
        assertThat(detect(wrong, marked, 240, 240, 0)).isNotInstanceOf(Detection.Found.class);
        assertThat(detect(List.of(KEY), scene(240, 240, 80), 240, 240, 0)).isEqualTo(new Detection.Absent());
    }

    @Test
    void detect_toldLittle_saysSoInsteadOfAbsent() {
        assertThat(detect(List.of(KEY), scene(240, 240, 5), 240, 240, 0)).isInstanceOf(Detection.Inconclusive.class);
        assertThat(WatermarkDetector.create(List.of(KEY), Search.COMMON)
                        .picture(PictureFormat.of(240, 240))
                        .result())
                .isInstanceOf(Detection.Inconclusive.class);
    }

    @Test
    void mark_twice_givesTheSameBytes() {
        assertThat(marked(240, 240, 10, PAYLOAD, 0))
                .usingRecursiveComparison()
                .isEqualTo(marked(240, 240, 10, PAYLOAD, 0));
    }

    @Test
    void mark_scene_staysAbove46DecibelsAndInLimitedRange() {
        List<byte[]> before = scene(640, 360, 30);
        List<byte[]> after = marked(640, 360, 30, PAYLOAD, 0);
        double square = 0;
        for (int frame = 0; frame < before.size(); frame++) {
            for (int i = 0; i < before.get(frame).length; i++) {
                int value = after.get(frame)[i] & 0xff;
                assertThat(value).isBetween(16, 235);
                int error = value - (before.get(frame)[i] & 0xff);
                square += (double) error * error;
            }
        }
        double psnr = 10 * Math.log10(255 * 255 / (square / before.size() / before.getFirst().length));
        assertThat(psnr).isBetween(46.0, 49.0);
    }

    @Test
    void mark_flatFrame_changesItByThreeLevelsAtMost() {
        byte[] flat = new byte[360 * 360];
        Arrays.fill(flat, (byte) 120);
        WatermarkEmbedder.create(KEY, PAYLOAD)
                .picture(PictureFormat.of(360, 360))
                .mark(flat, 0);
        for (byte value : flat) {
            assertThat(Math.abs((value & 0xff) - 120)).isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "63,480", "480,63", "9000,480", "1920,100", "-5,240"})
    void format_sizeOutOfBounds_isRefused(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureFormat.of(width, height))
                .withMessageContaining(width + "x" + height);
    }

    @Test
    void create_withoutOrWithTwiceTheSameKey_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WatermarkDetector.create(List.of(), Search.COMMON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatermarkDetector.create(List.of(KEY, KEY), Search.COMMON))
                .withMessageContaining("twice");
    }

    @Test
    void accept_wrongPlaneOrTime_isRefused() {
        PictureEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).picture(PictureFormat.of(240, 240));
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.COMMON).picture(PictureFormat.of(240, 240));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> embedder.mark(new byte[10], 0))
                .withMessageContaining("10");
        assertThatIllegalArgumentException().isThrownBy(() -> embedder.mark(new byte[240 * 240], -1));
        assertThatIllegalArgumentException().isThrownBy(() -> detector.accept(new byte[10], 0));
        detector.accept(new byte[240 * 240], 40_000);
        assertThatIllegalArgumentException().isThrownBy(() -> detector.accept(new byte[240 * 240], 0));
    }

    private static List<byte[]> scene(int width, int height, int frames) {
        TestScene scene = new TestScene(width, height, 3);
        List<byte[]> all = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            all.add(scene.frame(frame));
        }
        return all;
    }

    private static List<byte[]> marked(int width, int height, int frames, Payload payload, long startUs) {
        PictureEmbedder embedder = WatermarkEmbedder.create(KEY, payload).picture(PictureFormat.of(width, height));
        List<byte[]> all = scene(width, height, frames);
        for (int frame = 0; frame < frames; frame++) {
            embedder.mark(all.get(frame), startUs + TestScene.timeUs(frame));
        }
        return all;
    }

    private static List<byte[]> each(List<byte[]> frames, UnaryOperator<byte[]> change) {
        return frames.stream().map(change).toList();
    }

    private static Detection detect(List<WatermarkKey> keys, List<byte[]> frames, int width, int height, long startUs) {
        PictureDetector detector =
                WatermarkDetector.create(keys, Search.COMMON).picture(PictureFormat.of(width, height));
        for (int frame = 0; frame < frames.size(); frame++) {
            detector.accept(frames.get(frame), startUs + TestScene.timeUs(frame));
        }
        return detector.result();
    }

    private static Payload payloadIn(Detection detection) {
        assertThat(detection).isInstanceOf(Detection.Found.class);
        return ((Detection.Found) detection).payload();
    }
}
