package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundMarkTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);

    @ParameterizedTest
    @CsvSource({"16000,1", "22050,1", "24000,1", "44100,2", "48000,1", "48000,6", "192000,1", "8000,8"})
    void detect_anyRateAndChannels_findsTheExactPayload(int rateHz, int channels) {
        Payload payload = TestKeys.payload(rateHz + channels);
        float[] marked =
                mark(TestSound.spread(TestVoice.speak(8, rateHz, 2), channels), rateHz, channels, payload, 4096);
        assertThat(detect(List.of(KEY), marked, rateHz, channels))
                .isInstanceOfSatisfying(Detection.Found.class, found -> {
                    assertThat(found.payload()).isEqualTo(payload);
                    assertThat(found.keyId()).isEqualTo("key-1");
                    assertThat(found.confidence()).isBetween(0.6, 1.0);
                    assertThat(found.firstCertainUs()).isBetween(0L, 8_100_000L);
                });
    }

    @Test
    void detect_oneChannelTheMixOrOneInverted_findsThePayload() {
        SoundFormat surround = new SoundFormat(16_000, 6);
        float[] sound = TestSound.spread(TestVoice.speak(6, 16_000, 3), 6);
        float[] bed = TestMusic.play(6, 16_000, 2);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = i % 6 == 2 ? sound[i] : bed[i / 6] * 0.3f;
        }
        float[] marked = mark(sound, 16_000, 6, PAYLOAD, 4096);
        float[] mix = new float[marked.length / 6];
        for (int i = 0; i < marked.length; i++) {
            mix[i / 6] += marked[i] / 6;
        }
        assertThat(TestSound.payloadIn(detect(List.of(KEY), TestSound.channel(marked, 6, 2), 16_000, 1)))
                .isEqualTo(PAYLOAD);
        assertThat(TestSound.payloadIn(detect(List.of(KEY), mix, 16_000, 1))).isEqualTo(PAYLOAD);
        float[] opposite = new float[mix.length * 2];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = i % 2 == 0 ? mix[i / 2] : -mix[i / 2];
        }
        assertThat(TestSound.payloadIn(detect(List.of(KEY), opposite, 16_000, 2)))
                .isEqualTo(PAYLOAD);
        assertThat(TestSound.signalToMarkDb(sound, marked)).isGreaterThan(28);
        assertThat(TestSound.payloadIn(TestSound.detect(Search.COMMON, List.of(KEY), marked, surround)))
                .isEqualTo(PAYLOAD);
    }

    @Test
    void mark_markedAlready_isRefusedAsSoonAsThatShows() {
        float[] marked = mark(TestVoice.speak(4, 16_000, 4), 16_000, 1, PAYLOAD, 4096);
        SoundEmbedder again = WatermarkEmbedder.create(KEY, TestKeys.payload(8)).sound(new SoundFormat(16_000, 1));
        assertThatExceptionOfType(AlreadyMarkedException.class)
                .isThrownBy(() -> again.mark(marked))
                .withMessageContaining(PAYLOAD.toHex())
                .satisfies(refused -> assertThat(refused.payload()).isEqualTo(PAYLOAD));
        assertThatIllegalStateException().isThrownBy(() -> again.mark(marked));
        float[] little = Arrays.copyOf(marked, 38_000);
        SoundEmbedder brief = WatermarkEmbedder.create(KEY, PAYLOAD).sound(new SoundFormat(16_000, 1));
        brief.mark(little);
        assertThatExceptionOfType(AlreadyMarkedException.class).isThrownBy(brief::finish);
    }

    @Test
    void mark_markedWithAnotherKey_isMarkedAsWellAndBothAreFound() {
        float[] first = mark(TestVoice.speak(8, 16_000, 4), 16_000, 1, PAYLOAD, 4096);
        WatermarkKey other = TestKeys.key(2);
        float[] both = TestSound.mark(other, TestKeys.payload(8), first, new SoundFormat(16_000, 1), 4096);
        assertThat(TestSound.payloadIn(detect(List.of(other), both, 16_000, 1))).isEqualTo(TestKeys.payload(8));
        assertThat(TestSound.payloadIn(detect(List.of(KEY), both, 16_000, 1))).isEqualTo(PAYLOAD);
    }

    @Test
    void markAndDetect_onManyThreads_giveTheSame() {
        float[] voice = TestVoice.speak(3, 16_000, 5);
        float[] marked = mark(voice, 16_000, 1, PAYLOAD, 4096);
        Detection detection = detect(List.of(KEY), marked, 16_000, 1);
        IntStream.range(0, 6).parallel().forEach(i -> {
            assertThat(mark(voice, 16_000, 1, PAYLOAD, 1000 + i)).isEqualTo(marked);
            assertThat(detect(List.of(KEY), marked, 16_000, 1)).isEqualTo(detection);
        });
    }

    @Test
    void detect_dozensOfWrongKeysAndTheUnmarkedVoice_neverFindsAnything() {
        List<WatermarkKey> wrong = new ArrayList<>();
        for (int seed = 200; seed < 224; seed++) {
            wrong.add(TestKeys.key(seed));
        }
        float[] voice = TestVoice.speak(4, 16_000, 5);
        assertThat(detect(wrong, mark(voice, 16_000, 1, PAYLOAD, 4096), 16_000, 1))
                .isNotInstanceOf(Detection.Found.class);
        assertThat(detect(List.of(KEY), voice, 16_000, 1)).isEqualTo(new Detection.Absent());
    }

    @Test
    void detect_silenceOrALittle_isInconclusive() {
        assertThat(detect(List.of(KEY), new float[16_000 * 6], 16_000, 1)).isInstanceOf(Detection.Inconclusive.class);
        assertThat(detect(List.of(KEY), new float[10], 16_000, 1)).isInstanceOf(Detection.Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource({"8000,1,37", "44100,2,1024", "48000,1,100000", "96000,2,333"})
    void mark_anyChunks_returnsEverySampleInPlace(int rateHz, int channels, int chunk) {
        float[] voice = TestSound.spread(TestVoice.speak(1.3, rateHz, 6), channels);
        float[] marked = mark(voice, rateHz, channels, PAYLOAD, chunk);
        assertThat(marked).hasSameSizeAs(voice).isEqualTo(mark(voice, rateHz, channels, PAYLOAD, 4096));
        assertThat(TestSound.signalToMarkDb(voice, marked)).isGreaterThan(28);
    }

    @Test
    void mark_voiceWithPauses_leavesSilenceAlone() {
        float[] voice = TestVoice.speak(3, 48_000, 8);
        Arrays.fill(voice, 48_000, 96_000, 0);
        float[] marked = mark(voice, 48_000, 1, PAYLOAD, 4096);
        for (int i = 48_000 + 4_000; i < 96_000 - 4_000; i++) {
            assertThat(marked[i]).isZero();
        }
        assertThat(TestSound.signalToMarkDb(voice, marked)).isBetween(28.0, 40.0);
    }

    @Test
    void mark_fullScale_doesNotClip() {
        float[] loud = TestVoice.speak(1, 16_000, 9);
        for (int i = 0; i < loud.length; i++) {
            loud[i] = Math.clamp(20 * loud[i], -1, 1);
        }
        for (float sample : mark(loud, 16_000, 1, PAYLOAD, 512)) {
            assertThat(sample).isBetween(-1f, 1f);
        }
    }

    @Test
    void finish_withoutSound_isEmptyAndEndsTheStream() {
        SoundEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).sound(new SoundFormat(48_000, 2));
        assertThat(embedder.finish()).isEmpty();
        assertThatIllegalStateException().isThrownBy(embedder::finish);
        assertThatIllegalStateException().isThrownBy(() -> embedder.mark(new float[2]));
    }

    @ParameterizedTest
    @CsvSource({"7999,1", "192001,1", "48000,0", "48000,9"})
    void format_outOfBounds_isRefused(int rateHz, int channels) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SoundFormat(rateHz, channels));
    }

    @Test
    void mark_brokenSamples_areRefused() {
        SoundEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).sound(new SoundFormat(48_000, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> embedder.mark(new float[3]))
                .withMessageContaining("2 channels");
        assertThatIllegalArgumentException().isThrownBy(() -> embedder.mark(new float[] {0, Float.NaN}));
        SoundDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.COMMON).sound(new SoundFormat(48_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> detector.accept(new float[] {Float.POSITIVE_INFINITY}));
    }

    private static float[] mark(float[] sound, int rateHz, int channels, Payload payload, int chunkFrames) {
        return TestSound.mark(KEY, payload, sound, new SoundFormat(rateHz, channels), chunkFrames);
    }

    private static Detection detect(List<WatermarkKey> keys, float[] sound, int rateHz, int channels) {
        return TestSound.detect(Search.COMMON, keys, sound, new SoundFormat(rateHz, channels));
    }
}
