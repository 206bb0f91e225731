package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFingerprintTest {
    private static final int RATE_HZ = 16_000;
    private static final float[] VOICE = TestVoice.speak(10, RATE_HZ, 1);
    private static final SoundFingerprint ORIGINAL = print(VOICE, RATE_HZ, 1);

    @Test
    void compare_withItself_isTheSame() {
        assertThat(ORIGINAL.compare(ORIGINAL)).isInstanceOfSatisfying(Likeness.Same.class, same -> {
            assertThat(same.agreement()).isGreaterThan(0.999);
            assertThat(same.offsetUs()).isBetween(-2_000L, 2_000L);
        });
    }

    @Test
    void compare_ofMarkedSound_isTheSame() {
        SoundEmbedder embedder =
                WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1)).sound(new SoundFormat(RATE_HZ, 1));
        float[] head = embedder.mark(VOICE);
        float[] tail = embedder.finish();
        float[] marked = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, marked, head.length, tail.length);
        assertSame(print(marked, RATE_HZ, 1), 0);
    }

    @Test
    void compare_ofSofterNoisySound_isTheSame() {
        Random random = new Random(5);
        double power = 0;
        for (float sample : VOICE) {
            power += sample * sample / VOICE.length;
        }
        double noise = 0.1 * Math.sqrt(power);
        float[] noisy = new float[VOICE.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (0.1 * (VOICE[i] + noise * random.nextGaussian()));
        }
        assertSame(print(noisy, RATE_HZ, 1), 0);
    }

    @Test
    void compare_ofResampledInvertedStereo_isTheSame() {
        Resampler resampler = new Resampler(RATE_HZ, 44_100);
        SampleQueue queue = new SampleQueue();
        for (float sample : VOICE) {
            resampler.add(-sample);
        }
        resampler.finishTo(queue);
        float[] stereo = new float[2 * (int) queue.end()];
        for (int i = 0; i < stereo.length; i++) {
            stereo[i] = queue.at(i / 2);
        }
        assertSame(print(stereo, 44_100, 2), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_111, 32_000, 70_001})
    void compare_ofAPiece_tellsWhereItBegins(int first) {
        float[] piece = Arrays.copyOfRange(VOICE, first, VOICE.length);
        assertSame(print(piece, RATE_HZ, 1), first * 1_000_000L / RATE_HZ);
    }

    @Test
    void compare_atAnotherTempo_isTheSameOnlyIfTold() {
        // words of a sound at another tempo are those of the sound, closer together
        byte[] bytes = ORIGINAL.bytes();
        int steps = (bytes.length - PrintBytes.HEADER) / 4;
        int[] fast = new int[(int) (steps / 1.25)];
        for (int i = 0; i < fast.length; i++) {
            fast[i] = ByteBuffer.wrap(bytes).getInt(PrintBytes.HEADER + 4 * (int) Math.round(i * 1.25));
        }
        SoundFingerprint hurried = SoundFingerprint.of(fast);
        assertThat(ORIGINAL.compare(hurried)).isInstanceOf(Likeness.Different.class);
        assertThat(ORIGINAL.compare(hurried, 1.25)).isInstanceOf(Likeness.Same.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void compare_ofOtherSpeechOfTheSameVoice_isDifferent(int seed) {
        SoundFingerprint other = print(TestVoice.speak(10, RATE_HZ, seed), RATE_HZ, 1);
        assertThat(ORIGINAL.compare(other)).isInstanceOf(Likeness.Different.class);
        assertThat(other.compare(ORIGINAL)).isInstanceOf(Likeness.Different.class);
    }

    @Test
    void compare_ofSilenceOrTooLittle_isUnclear() {
        SoundFingerprint silence = print(new float[10 * RATE_HZ], RATE_HZ, 1);
        SoundFingerprint none = print(new float[0], RATE_HZ, 1);
        assertThat(silence.compare(silence)).isInstanceOf(Likeness.Unclear.class);
        assertThat(ORIGINAL.compare(silence)).isInstanceOf(Likeness.Unclear.class);
        assertThat(none.compare(ORIGINAL)).isInstanceOf(Likeness.Unclear.class);
        assertThat(none.compare(none, 0.8)).isInstanceOf(Likeness.Unclear.class);
    }

    @Test
    void accept_inSmallPieces_givesTheSameFingerprint() {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(new SoundFormat(RATE_HZ, 1));
        for (int from = 0; from < VOICE.length; from += 777) {
            fingerprinter.accept(Arrays.copyOfRange(VOICE, from, Math.min(VOICE.length, from + 777)));
        }
        assertThat(fingerprinter.finish()).isEqualTo(ORIGINAL).hasSameHashCodeAs(ORIGINAL);
    }

    @Test
    void accept_ofBadSamplesOrAfterTheEnd_isRefused() {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(new SoundFormat(RATE_HZ, 2));
        assertThatThrownBy(() -> fingerprinter.accept(new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fingerprinter.accept(new float[] {Float.NaN, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        fingerprinter.finish();
        assertThatThrownBy(fingerprinter::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fingerprinter.accept(new float[2])).isInstanceOf(IllegalStateException.class);
    }

    private static void assertSame(SoundFingerprint other, long offsetUs) {
        assertThat(ORIGINAL.compare(other))
                .isInstanceOfSatisfying(
                        Likeness.Same.class,
                        same -> assertThat(same.offsetUs()).isBetween(offsetUs - 20_000, offsetUs + 20_000));
    }

    private static SoundFingerprint print(float[] samples, int rateHz, int channels) {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(new SoundFormat(rateHz, channels));
        fingerprinter.accept(samples);
        return fingerprinter.finish();
    }
}
