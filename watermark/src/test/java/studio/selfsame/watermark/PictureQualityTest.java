package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is to see the mark. */
class PictureQualityTest {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int FRAMES = 2 * TestScene.FPS;

    private static final int STEP = 10;

    enum Scene {
        TALKING,
        DARK,
        FLAT,
        GRAIN,
        BRIGHT;

        byte[] frame(int index) {
            byte[] luma = new TestScene(WIDTH, HEIGHT, 1).frame(index);
            Random random = new Random(index);
            for (int i = 0; i < luma.length; i++) {
                int level = luma[i] & 0xff;
                luma[i] = (byte)
                        switch (this) {
                            case TALKING -> level;
                            case DARK -> 16 + level / 6;
                            case FLAT -> 20 + level / 40 * 40;
                            case GRAIN -> Math.clamp(Math.round(level + 8 * random.nextGaussian()), 16, 235);
                            case BRIGHT -> 200 + level / 8;
                        };
            }
            return luma;
        }
    }

    @ParameterizedTest
    @EnumSource
    void mark_ofAnyScene_keepsItsQuality(Scene scene) {
        PictureEmbedder embedder = embedder();
        double square = 0;
        double likeness = 0;
        for (int index = 0; index < FRAMES; index += STEP) {
            byte[] plain = scene.frame(index);
            byte[] marked = plain.clone();
            embedder.mark(marked, TestScene.timeUs(index));
            square += QualityMeter.squareError(plain, marked);
            likeness += QualityMeter.ssim(plain, marked, WIDTH, HEIGHT);
        }
        int looks = (FRAMES + STEP - 1) / STEP;
        assertThat(QualityMeter.psnr(square / looks)).isGreaterThan(46);
        assertThat(likeness / looks).isGreaterThan(0.995);
    }

    @Test
    void mark_ofAStillScene_changesSlowlyFromOneEpochToTheNext() {
        PictureEmbedder embedder = embedder();
        byte[] plain = Scene.TALKING.frame(0);
        byte[] before = new byte[0];
        double most = 0;
        double jump = 0;
        for (int index = 0; index < FRAMES; index++) {
            byte[] marked = plain.clone();
            embedder.mark(marked, TestScene.timeUs(index));
            if (index > 0) {
                most = Math.max(most, Math.sqrt(QualityMeter.squareError(before, marked)));
                for (int i = 0; i < marked.length; i++) {
                    jump = Math.max(jump, Math.abs((marked[i] & 0xff) - (before[i] & 0xff)));
                }
            }
            before = marked;
        }
        assertThat(most).isBetween(0.1, 1.2);
        assertThat(jump).isLessThanOrEqualTo(4);
    }

    @Test
    void ssim_ofKnownPictures_isAsDefined() {
        byte[] plain = Scene.TALKING.frame(0);
        byte[] other = Scene.DARK.frame(0);
        assertThat(QualityMeter.ssim(plain, plain, WIDTH, HEIGHT)).isEqualTo(1);
        assertThat(QualityMeter.ssim(plain, other, WIDTH, HEIGHT)).isLessThan(0.8);
        byte[] black = new byte[64];
        byte[] grey = new byte[64];
        Arrays.fill(grey, (byte) 10);
        double c1 = 2.55 * 2.55;
        assertThat(QualityMeter.ssim(black, grey, 8, 8)).isCloseTo(c1 / (100 + c1), within(1e-9));
        assertThat(QualityMeter.psnr(QualityMeter.squareError(black, grey))).isEqualTo(10 * Math.log10(650.25));
    }

    private static PictureEmbedder embedder() {
        return WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1)).picture(PictureFormat.of(WIDTH, HEIGHT));
    }
}
