package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFingerprintTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 128;
    private static final int FPS = 25;
    private static final PictureFingerprint ORIGINAL = print(speech(1), 0, 250, UnaryOperator.identity());

    @Test
    void compare_withItself_isTheSame() {
        assertThat(ORIGINAL.compare(ORIGINAL)).isEqualTo(new Likeness.Same(1, 0));
    }

    @Test
    void compare_ofMarkedFrames_isTheSame() {
        PictureEmbedder embedder =
                WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1)).picture(PictureFormat.of(WIDTH, HEIGHT));
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        TalkingScene scene = speech(1);
        for (int frame = 0; frame < 250; frame++) {
            byte[] luma = scene.frame(frame);
            embedder.mark(luma, frame * 40_000L);
            fingerprinter.accept(luma, frame * 40_000L);
        }
        assertSame(fingerprinter.finish(), 0);
    }

    @Test
    void compare_ofCoarseDarkerSmallerFrames_isTheSame() {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH / 2, HEIGHT / 2));
        TalkingScene scene = speech(1);
        for (int frame = 0; frame < 250; frame++) {
            byte[] half = PictureAttacks.half(scene.frame(frame), WIDTH, HEIGHT);
            for (int i = 0; i < half.length; i++) {
                half[i] = (byte) (16 + Math.pow((half[i] & 0xff) / 255.0, 1.2) * 120);
            }
            fingerprinter.accept(half, frame * 40_000L);
        }
        assertSame(fingerprinter.finish(), 0);
    }

    @Test
    void compare_ofMirroredAndLabelledFrames_isTheSame() {
        assertSame(print(speech(1), 0, 250, PictureFingerprintTest::mirrored), 0);
        assertSame(
                print(speech(1), 0, 250, luma -> {
                    for (int y = HEIGHT - 14; y < HEIGHT - 4; y++) {
                        Arrays.fill(luma, y * WIDTH, y * WIDTH + WIDTH / 2, (byte) 235);
                    }
                    return luma;
                }),
                0);
    }

    @Test
    void compare_ofCroppedFrames_isTheSame() {
        int left = WIDTH / 20;
        int top = HEIGHT / 20;
        int width = WIDTH - 2 * left;
        int height = HEIGHT - 2 * top;
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(width, height));
        TalkingScene scene = speech(1);
        for (int frame = 0; frame < 250; frame++) {
            byte[] luma = scene.frame(frame);
            byte[] middle = new byte[width * height];
            for (int y = 0; y < height; y++) {
                System.arraycopy(luma, (y + top) * WIDTH + left, middle, y * width, width);
            }
            fingerprinter.accept(middle, frame * 40_000L);
        }
        assertSame(fingerprinter.finish(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 57, 110})
    void compare_ofAPiece_tellsWhereItBegins(int firstFrame) {
        assertSame(print(speech(1), firstFrame, 250, UnaryOperator.identity()), firstFrame * 40_000L);
    }

    @Test
    void compare_withAPiece_tellsThatTheOtherBeginsBefore() {
        PictureFingerprint piece = print(speech(1), 75, 250, UnaryOperator.identity());
        assertThat(piece.compare(ORIGINAL))
                .isInstanceOfSatisfying(
                        Likeness.Same.class, same -> assertThat(same.offsetUs()).isBetween(-3_060_000L, -2_940_000L));
    }

    @Test
    void compare_atAnotherFrameRate_isTheSame() {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        TalkingScene scene = speech(1);
        for (int frame = 0; frame < 250; frame += 2) {
            fingerprinter.accept(scene.frame(frame), frame * 40_000L);
        }
        assertSame(fingerprinter.finish(), 0);
    }

    @Test
    void compare_atAnotherSpeed_isTheSameOnlyIfTold() {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        TalkingScene scene = speech(1);
        for (int frame = 0; frame < 250; frame++) {
            fingerprinter.accept(scene.frame(frame), frame * 32_000L);
        }
        PictureFingerprint fast = fingerprinter.finish();
        assertThat(ORIGINAL.compare(fast)).isNotInstanceOf(Likeness.Same.class);
        assertThat(ORIGINAL.compare(fast, 1.25)).isInstanceOf(Likeness.Same.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void compare_ofTheSameHeadSayingSomethingElse_isNotTheSame(int seed) {
        assertThat(ORIGINAL.compare(print(speech(seed), 0, 250, UnaryOperator.identity())))
                .isNotInstanceOf(Likeness.Same.class);
    }

    @Test
    void compare_ofAStill_isUnclearBeforeTheSameWallAndDifferentBeforeAnother() {
        PictureFingerprint still = still(new TestScene(WIDTH, HEIGHT, 1).frame(0));
        byte[] other = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) (Math.abs(i % WIDTH - WIDTH / 2) < WIDTH / 4 ? 40 : 180);
        }
        assertThat(still.compare(still)).isInstanceOf(Likeness.Unclear.class);
        assertThat(still.compare(still(other))).isInstanceOf(Likeness.Different.class);
    }

    @Test
    void compare_ofTooLittle_isUnclear() {
        PictureFingerprint none =
                PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT)).finish();
        assertThat(ORIGINAL.compare(none)).isInstanceOf(Likeness.Unclear.class);
        assertThat(none.compare(ORIGINAL)).isInstanceOf(Likeness.Unclear.class);
        assertThat(none.compare(none)).isInstanceOf(Likeness.Unclear.class);
        assertThat(none.compare(none, 1.25)).isInstanceOf(Likeness.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.49, 2.01, Double.NaN, Double.POSITIVE_INFINITY})
    void compare_atAnImpossibleSpeed_isRefused(double speed) {
        assertThatThrownBy(() -> ORIGINAL.compare(ORIGINAL, speed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accept_ofImpossibleTimes_isRefused() {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        byte[] luma = new byte[WIDTH * HEIGHT];
        assertThatThrownBy(() -> fingerprinter.accept(luma, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fingerprinter.accept(new byte[7], 0)).isInstanceOf(IllegalArgumentException.class);
        fingerprinter.accept(luma, 50);
        fingerprinter.accept(luma, 50);
        assertThatThrownBy(() -> fingerprinter.accept(luma, 49)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fingerprinter.accept(luma, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        fingerprinter.finish();
        assertThatThrownBy(fingerprinter::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fingerprinter.accept(luma, 60)).isInstanceOf(IllegalStateException.class);
    }

    private static TalkingScene speech(int seed) {
        return new TalkingScene(WIDTH, HEIGHT, seed);
    }

    private static void assertSame(PictureFingerprint other, long offsetUs) {
        assertThat(ORIGINAL.compare(other))
                .isInstanceOfSatisfying(
                        Likeness.Same.class,
                        same -> assertThat(same.offsetUs()).isBetween(offsetUs - 60_000, offsetUs + 60_000));
    }

    private static PictureFingerprint print(TalkingScene scene, int from, int to, UnaryOperator<byte[]> change) {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        for (int frame = from; frame < to; frame++) {
            fingerprinter.accept(change.apply(scene.frame(frame)), frame * 1_000_000L / FPS);
        }
        return fingerprinter.finish();
    }

    private static PictureFingerprint still(byte[] luma) {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(WIDTH, HEIGHT));
        for (int frame = 0; frame < 250; frame++) {
            fingerprinter.accept(luma, frame * 40_000L);
        }
        return fingerprinter.finish();
    }

    private static byte[] mirrored(byte[] luma) {
        byte[] mirrored = new byte[luma.length];
        for (int i = 0; i < luma.length; i++) {
            mirrored[i / WIDTH * WIDTH + WIDTH - 1 - i % WIDTH] = luma[i];
        }
        return mirrored;
    }
}
