package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the mark again after what sound goes through. */
class SoundSearchTest {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);
    private static final SoundFormat MONO = new SoundFormat(16_000, 1);
    private static final float[] VOICE = TestVoice.speak(8, 16_000, 11);
    private static final float[] MARKED = TestSound.mark(KEY, PAYLOAD, VOICE, MONO, 4096);

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.95, 1.05, 1.25})
    void fullSearch_tempoChanged_findsThePayloadAndTheTempo(double tempo) {
        Detection.Found found = found(TestSound.stretch(MARKED, tempo));
        assertAlteration(found, tempo, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 1.05})
    void fullSearch_pitchChanged_findsThePayloadAndThePitch(double pitch) {
        float[] slower = TestSound.stretch(MARKED, 1 / pitch);
        Detection.Found found = found(TestSound.resample(slower, (int) Math.round(16_000 * pitch), 16_000));
        assertAlteration(found, 1, pitch);
    }

    @ParameterizedTest
    @ValueSource(ints = {13_600, 16_800, 19_200})
    void fullSearch_playedAtAnotherRate_findsThePayloadAndBoth(int playedHz) {
        Detection.Found found = found(TestSound.resample(MARKED, playedHz, 16_000));
        assertAlteration(found, playedHz / 16_000.0, playedHz / 16_000.0);
    }

    @Test
    void fullSearch_tempoAndPitchChangedApart_findsThePayload() {
        float[] attacked = TestSound.resample(TestSound.stretch(MARKED, 1.1), 15_200, 16_000);
        assertAlteration(found(attacked), 1.1 * 0.95, 0.95);
    }

    @ParameterizedTest
    @ValueSource(ints = {159_104, 160_160})
    void fullSearch_tenSecondsMoreOrLess_findsThePayload(int samples) {
        float[] voice = TestVoice.speak(10, 16_000, 13);
        float[] slow = TestSound.resample(TestSound.mark(KEY, PAYLOAD, voice, MONO, 4096), 15_200, 16_000);
        assertThat(found(Arrays.copyOf(slow, samples)).payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void fullSearch_weakInLongSound_addsUpTheWindows() {
        float[] voice = TestVoice.speak(30, 16_000, 12);
        float[] fast = TestSound.resample(TestSound.mark(KEY, PAYLOAD, voice, MONO, 4096), 16_800, 16_000);
        float[] attacked = TestSound.noise(fast, 13, 3);
        float[] beginning = Arrays.copyOf(attacked, 10 * 16_000);
        assertThat(TestSound.payloadIn(TestSound.detect(Search.FULL, List.of(KEY), beginning, MONO)))
                .isNull();
        assertAlteration(found(attacked), 1.05, 1.05);
    }

    @Test
    void fullSearch_markThatBeginsLate_tellsWhenItWasCertain() {
        float[] late = Arrays.copyOf(TestVoice.speak(22, 16_000, 14), 30 * 16_000);
        System.arraycopy(MARKED, 0, late, 22 * 16_000, MARKED.length);
        assertThat(found(late).firstCertainUs()).isBetween(24_000_000L, 30_100_000L);
    }

    @Test
    void fullSearch_nothingChanged_saysSo() {
        assertThat(found(MARKED).alteration()).isEqualTo(new Alteration.OfSound(1, 1));
    }

    @Test
    void fullSearch_wrongKeysAndUnmarkedVoice_findsNothing() {
        List<WatermarkKey> wrong =
                IntStream.range(300, 302).mapToObj(TestKeys::key).toList();
        assertThat(TestSound.detect(Search.FULL, wrong, MARKED, MONO)).isEqualTo(new Detection.Absent());
        assertThat(TestSound.detect(Search.FULL, List.of(KEY), VOICE, MONO)).isEqualTo(new Detection.Absent());
    }

    @Test
    void commonSearch_manyWrongKeys_decodesManyMessagesOfEachAndPutsFewToTheTag() {
        List<WatermarkKey> wrong =
                IntStream.range(300, 310).mapToObj(TestKeys::key).toList();
        SoundDetector detector = WatermarkDetector.create(wrong, Search.COMMON).sound(MONO);
        assertThat(detector.hypotheses()).isZero();
        detector.accept(VOICE);
        assertThat(detector.result()).isEqualTo(new Detection.Absent());
        assertThat(detector.hypotheses()).isBetween(10L * 2 * 24, 10L * 4 * 60);
        assertThat(detector.tagTries()).isBetween(10L * 2 * 2, 10L * 4 * 36);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 5_000, 17_777, 40_000})
    void commonSearch_startShifted_findsThePayload(int samples) {
        float[] cut = Arrays.copyOfRange(MARKED, samples, MARKED.length);
        float[] delayed = new float[MARKED.length + samples];
        System.arraycopy(MARKED, 0, delayed, samples, MARKED.length);
        assertThat(common(cut)).isEqualTo(PAYLOAD);
        assertThat(common(delayed)).isEqualTo(PAYLOAD);
    }

    @ParameterizedTest
    @CsvSource({"0,5", "2,5", "3,6.5", "5,8"})
    void commonSearch_fewSecondsOfSpeech_findsThePayload(double from, double to) {
        assertThat(common(Arrays.copyOfRange(MARKED, (int) (from * 16_000), (int) (to * 16_000))))
                .isEqualTo(PAYLOAD);
    }

    @Test
    void commonSearch_quieterInvertedNoisyAndQuantised_findsThePayload() {
        float[] attacked = TestSound.noise(MARKED, 30, 1);
        for (int i = 0; i < attacked.length; i++) {
            attacked[i] = Math.round(-0.1f * attacked[i] * 32_767) / 32_767f;
        }
        assertThat(common(attacked)).isEqualTo(PAYLOAD);
    }

    @Test
    void commonSearch_echoOrTelephone_findsThePayload() {
        assertThat(common(TestSound.echo(MARKED, 8_000, 0.5f))).isEqualTo(PAYLOAD);
        float[] telephone = TestSound.resample(MARKED, 16_000, 8_000);
        assertThat(TestSound.payloadIn(
                        TestSound.detect(Search.COMMON, List.of(KEY), telephone, new SoundFormat(8_000, 1))))
                .isEqualTo(PAYLOAD);
    }

    @Test
    void commonSearch_music_findsThePayload() {
        float[] music = TestMusic.play(8, 16_000, 1);
        float[] marked = TestSound.mark(KEY, PAYLOAD, music, MONO, 4096);
        assertThat(common(TestSound.noise(marked, 40, 2))).isEqualTo(PAYLOAD);
        assertThat(TestSound.signalToMarkDb(music, marked)).isGreaterThan(28);
    }

    @Test
    void commonSearch_weakInLongSound_addsUpTheWindows() {
        float[] voice = TestVoice.speak(30, 16_000, 12);
        float[] marked = TestSound.noise(TestSound.mark(KEY, PAYLOAD, voice, MONO, 4096), 11, 3);
        assertThat(common(Arrays.copyOf(marked, 10 * 16_000))).isNull();
        assertThat(common(marked)).isEqualTo(PAYLOAD);
    }

    private static void assertAlteration(Detection.Found found, double tempo, double pitch) {
        assertThat(found.payload()).isEqualTo(PAYLOAD);
        assertThat(found.alteration()).isInstanceOfSatisfying(Alteration.OfSound.class, alteration -> {
            assertThat(alteration.tempo()).isCloseTo(tempo, within(0.006));
            assertThat(alteration.pitch()).isCloseTo(pitch, within(0.006));
        });
    }

    private static Detection.Found found(float[] sound) {
        Detection detection = TestSound.detect(Search.FULL, List.of(KEY), sound, MONO);
        assertThat(detection).isInstanceOf(Detection.Found.class);
        return (Detection.Found) detection;
    }

    private static Payload common(float[] sound) {
        return TestSound.payloadIn(TestSound.detect(Search.COMMON, List.of(KEY), sound, MONO));
    }
}
