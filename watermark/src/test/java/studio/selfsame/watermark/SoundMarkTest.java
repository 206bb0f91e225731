package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundMarkTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);

    @ParameterizedTest
    @CsvSource({"16000,1", "22050,1", "24000,1", "44100,2", "48000,1", "48000,6"})
    void detect_anyRateAndChannels_findsTheExactPayload(int rateHz, int channels) {
        Payload payload = TestKeys.payload(rateHz + channels);
        float[] marked = mark(spread(TestVoice.speak(8, rateHz, 2), channels), rateHz, channels, payload, 4096);
        assertThat(detect(List.of(KEY), marked, rateHz, channels))
                .isInstanceOfSatisfying(Detection.Found.class, found -> {
                    assertThat(found.payload()).isEqualTo(payload);
                    assertThat(found.keyId()).isEqualTo("key-1");
                    assertThat(found.confidence()).isBetween(0.6, 1.0);
                    assertThat(found.firstCertainUs()).isBetween(0L, 8_100_000L);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 5_000, 17_777, 40_000})
    void detect_startShifted_findsThePayload(int samples) {
        float[] marked = mark(TestVoice.speak(8, 24_000, 3), 24_000, 1, PAYLOAD, 1000);
        float[] cut = Arrays.copyOfRange(marked, samples, marked.length);
        float[] delayed = new float[marked.length + samples];
        System.arraycopy(marked, 0, delayed, samples, marked.length);
        assertThat(payloadIn(detect(List.of(KEY), cut, 24_000, 1))).isEqualTo(PAYLOAD);
        assertThat(payloadIn(detect(List.of(KEY), delayed, 24_000, 1))).isEqualTo(PAYLOAD);
    }

    @Test
    void detect_quieterInvertedNoisyAndResampled_findsThePayload() {
        float[] marked = mark(TestVoice.speak(8, 48_000, 4), 48_000, 1, PAYLOAD, 4096);
        Random random = new Random(1);
        for (int i = 0; i < marked.length; i++) {
            marked[i] = -0.2f * marked[i] + 3e-4f * (float) random.nextGaussian();
        }
        Resampler resampler = new Resampler(48_000, 16_000);
        SampleQueue narrow = new SampleQueue();
        for (float sample : marked) {
            resampler.add(sample);
        }
        resampler.finishTo(narrow);
        float[] attacked = new float[(int) narrow.end()];
        for (int i = 0; i < attacked.length; i++) {
            attacked[i] = Math.round(narrow.at(i) * 32_767) / 32_767f;
        }
        assertThat(payloadIn(detect(List.of(KEY), attacked, 16_000, 1))).isEqualTo(PAYLOAD);
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
        float[] voice = spread(TestVoice.speak(1.3, rateHz, 6), channels);
        float[] marked = mark(voice, rateHz, channels, PAYLOAD, chunk);
        assertThat(marked).hasSameSizeAs(voice).isEqualTo(mark(voice, rateHz, channels, PAYLOAD, 4096));
        assertThat(signalToMark(voice, marked)).isGreaterThan(28);
    }

    @Test
    void mark_voiceWithPauses_leavesSilenceAlone() {
        float[] voice = TestVoice.speak(3, 48_000, 8);
        Arrays.fill(voice, 48_000, 96_000, 0);
        float[] marked = mark(voice, 48_000, 1, PAYLOAD, 4096);
        for (int i = 48_000 + 4_000; i < 96_000 - 4_000; i++) {
            assertThat(marked[i]).isZero();
        }
        assertThat(signalToMark(voice, marked)).isBetween(28.0, 40.0);
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

    private static float[] spread(float[] mono, int channels) {
        float[] interleaved = new float[mono.length * channels];
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = mono[i / channels] * (1 - 0.1f * (i % channels));
        }
        return interleaved;
    }

    private static float[] mark(float[] sound, int rateHz, int channels, Payload payload, int chunkFrames) {
        SoundEmbedder embedder = WatermarkEmbedder.create(KEY, payload).sound(new SoundFormat(rateHz, channels));
        float[] marked = new float[sound.length];
        int filled = 0;
        for (int from = 0; from < sound.length; from += chunkFrames * channels) {
            float[] out = embedder.mark(
                    Arrays.copyOfRange(sound, from, Math.min(sound.length, from + chunkFrames * channels)));
            System.arraycopy(out, 0, marked, filled, out.length);
            filled += out.length;
        }
        float[] rest = embedder.finish();
        System.arraycopy(rest, 0, marked, filled, rest.length);
        assertThat(filled + rest.length).isEqualTo(sound.length);
        return marked;
    }

    private static Detection detect(List<WatermarkKey> keys, float[] sound, int rateHz, int channels) {
        SoundDetector detector = WatermarkDetector.create(keys, Search.COMMON).sound(new SoundFormat(rateHz, channels));
        for (int from = 0; from < sound.length; from += 2400 * channels) {
            detector.accept(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 2400 * channels)));
        }
        return detector.result();
    }

    private static Payload payloadIn(Detection detection) {
        assertThat(detection).isInstanceOf(Detection.Found.class);
        return ((Detection.Found) detection).payload();
    }

    private static double signalToMark(float[] before, float[] after) {
        double signal = 0;
        double mark = 0;
        for (int i = 0; i < before.length; i++) {
            signal += before[i] * before[i];
            mark += (after[i] - before[i]) * (after[i] - before[i]);
        }
        return 10 * Math.log10(signal / mark);
    }
}
