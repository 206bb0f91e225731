package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of more than eight bits. */
class DeepLumaTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 12, 16})
    void mark_ofDeepFrames_isThatOfEightBitFramesAtTheirScale(int bitDepth) {
        int scale = 1 << (bitDepth - 8);
        PictureEmbedder shallow = embedder(8);
        PictureEmbedder deep = embedder(bitDepth);
        TestScene scene = new TestScene(WIDTH, HEIGHT, 1);
        for (int frame = 0; frame < 30; frame++) {
            byte[] bytes = scene.frame(frame);
            short[] shorts = deepened(bytes, scale);
            shallow.mark(bytes, TestScene.timeUs(frame));
            deep.mark(shorts, TestScene.timeUs(frame));
            for (int i = 0; i < bytes.length; i++) {
                double level = (shorts[i] & 0xffff) / (double) scale;
                assertThat(Math.abs(level - (bytes[i] & 0xff))).isLessThanOrEqualTo(0.5 + 0.5 / scale);
            }
        }
    }

    @Test
    void mark_ofBlackAndWhite_staysWithinTheirRange() {
        PictureEmbedder embedder = embedder(10);
        short[] luma = new short[WIDTH * HEIGHT];
        Arrays.fill(luma, 0, luma.length / 2, (short) 64);
        Arrays.fill(luma, luma.length / 2, luma.length, (short) 940);
        embedder.mark(luma, 0);
        for (short sample : luma) {
            assertThat(sample).isBetween((short) 64, (short) 940);
        }
        assertThat(luma).containsAnyOf((short) 65, (short) 66, (short) 67, (short) 68);
    }

    @Test
    void mark_ofTheWrongDepthOrSize_isRefused() {
        short[] plane = new short[WIDTH * HEIGHT];
        assertThatThrownBy(() -> embedder(8).mark(plane, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> embedder(10).mark(new byte[WIDTH * HEIGHT], 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> embedder(10).mark(new short[3], 0)).isInstanceOf(IllegalArgumentException.class);
        plane[77] = 1024;
        assertThatThrownBy(() -> embedder(10).mark(plane, 0)).isInstanceOf(IllegalArgumentException.class);
        plane[77] = -1;
        assertThatThrownBy(() -> embedder(12).mark(plane, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fingerprint_ofDeepFrames_isThatOfEightBitFrames() {
        PictureFingerprinter shallow = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        PictureFingerprinter deep = PictureFingerprinter.create(new PictureFormat(WIDTH, HEIGHT, 10));
        TestScene scene = new TestScene(WIDTH, HEIGHT, 1);
        for (int frame = 0; frame < 30; frame++) {
            shallow.accept(scene.frame(frame), TestScene.timeUs(frame));
            deep.accept(deepened(scene.frame(frame), 4), TestScene.timeUs(frame));
        }
        assertThat(deep.finish()).isEqualTo(shallow.finish());
    }

    @Test
    void detector_ofDeepFrames_findsWhatWasMarkedInThem() {
        PictureFormat format = new PictureFormat(WIDTH, HEIGHT, 10);
        PictureEmbedder embedder = embedder(10);
        PictureDetector detector = WatermarkDetector.create(List.of(TestKeys.key(1)), Search.COMMON)
                .picture(format);
        TestScene scene = new TestScene(WIDTH, HEIGHT, 1);
        for (int frame = 0; frame < 100; frame++) {
            short[] luma = deepened(scene.frame(frame), 4);
            embedder.mark(luma, TestScene.timeUs(frame));
            detector.accept(luma, TestScene.timeUs(frame));
        }
        assertThat(detector.result())
                .isInstanceOfSatisfying(
                        Detection.Found.class,
                        found -> assertThat(found.payload()).isEqualTo(TestKeys.payload(1)));
        assertThatThrownBy(() -> detector.accept(new byte[WIDTH * HEIGHT], 9_000_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PictureEmbedder embedder(int bitDepth) {
        return WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1))
                .picture(new PictureFormat(WIDTH, HEIGHT, bitDepth));
    }

    private static short[] deepened(byte[] luma, int scale) {
        short[] deep = new short[luma.length];
        for (int i = 0; i < luma.length; i++) {
            deep[i] = (short) ((luma[i] & 0xff) * scale);
        }
        return deep;
    }
}
