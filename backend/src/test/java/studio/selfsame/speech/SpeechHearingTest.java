package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.problem.ProblemException;

class SpeechHearingTest {
    private static final SpeechHearing EAR = SpeechHearing.alone();
    private static final Utterance SAID = SpokenSound.speak("We were away a year ago. Mary had a little lamb.");
    private static final SpeechFeatures HEARD = EAR.hear(SAID.audio());

    @Test
    void hear_speech_describesEveryHundredthOfASecond() {
        int steps = (int) (SAID.audio().durationUs() / 10_000) + 1;
        assertThat(HEARD.heard()).isTrue();
        assertThat(HEARD.steps()).isEqualTo(steps);
        assertThat(HEARD.melSpectrum()).hasNumberOfRows(steps);
        assertThat(HEARD.loudness()).hasSize(steps);
        for (float[] step : HEARD.melSpectrum()) {
            for (float band : step) {
                assertThat(band).isBetween(-4f, 4f);
            }
        }
    }

    @Test
    void hear_speech_isToldFromPausesAndLouder() {
        double vowels = mean(HEARD.speech(), "aa", "ae", "ey", "iy", "ow");
        assertThat(vowels).isGreaterThan(0.8);
        assertThat(HEARD.speech()[5]).isLessThan(0.3f);
        assertThat(mean(HEARD.loudness(), "aa", "ae", "ey", "iy", "ow")).isGreaterThan(0.6);
        assertThat(HEARD.loudness()[5]).isLessThan(0.3f);
    }

    @Test
    void hear_sameSpeechMoreQuietly_soundsTheSame() {
        float[] quiet = SAID.audio().interleaved().clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.3f;
        }
        SpeechFeatures again = EAR.hear(new AudioSamples(SpokenSound.RATE, 1, quiet));
        double difference = 0;
        int n = 0;
        for (int i = 0; i < HEARD.steps(); i++) {
            if (HEARD.speech()[i] > 0.9f) {
                for (int b = 0; b < SpeechFeatures.MEL_BANDS; b++) {
                    difference += Math.abs(again.melSpectrum()[i][b] - HEARD.melSpectrum()[i][b]);
                    n++;
                }
            }
        }
        assertThat(difference / n).isLessThan(0.1);
    }

    static List<AudioSamples> unheard() {
        return List.of(SpokenSound.silence(0), SpokenSound.silence(5), SpokenSound.noise(3, 0.02));
    }

    @ParameterizedTest
    @MethodSource("unheard")
    void hear_nothingSpoken_isRefusedInPlainWords(AudioSamples sound) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> EAR.hear(sound));
        assertThat(problem.kind()).isEqualTo(ProblemException.Kind.UNUSABLE);
        assertThat(problem.problem().cause()).containsAnyOf("only 0 ms", "silent", "Nobody speaks");
        assertThat(problem.problem().remedy()).contains("microphone");
    }

    @Test
    void hear_damagedOrOtherwiseSampledSound_isRefused() {
        float[] damaged = SAID.audio().interleaved().clone();
        damaged[100] = Float.NaN;
        assertThatThrownBy(() -> EAR.hear(new AudioSamples(SpokenSound.RATE, 1, damaged)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> EAR.hear(new AudioSamples(48_000, 1, damaged)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofPhones_pausesAreSilentAndTheRestIsNot() {
        SpeechFeatures known = HEARD.withoutSound();
        assertThat(known.heard()).isFalse();
        assertThat(known.steps()).isEqualTo(HEARD.steps());
        for (Phone phone : known.timeline().phones()) {
            int middle = (int) ((phone.startUs() + phone.endUs()) / 2 / SpeechFeatures.STEP_US);
            if (phone.endUs() - phone.startUs() > 40_000) {
                assertThat(known.speech()[middle]).isEqualTo(phone.symbol().equals("pau") ? 0f : 1f);
            }
        }
        assertThat(SpeechFeatures.ofPhones(new PhonemeTimeline(List.of(), List.of()))
                        .steps())
                .isOne();
    }

    @Test
    void melSpectrum_tone_standsInItsBand() {
        float[][] spectrum = new MelSpectrum().of(SpokenSound.tone(0.5, 1000).interleaved());
        float[] middle = spectrum[spectrum.length / 2];
        int loudest = 0;
        for (int b = 1; b < middle.length; b++) {
            loudest = middle[b] > middle[loudest] ? b : loudest;
        }
        // 1000 mel lie 13.6 of 40 bands up between 97 mel (60 Hz) and 2780 mel (7600 Hz).
        assertThat(loudest).isBetween(12, 14);
        assertThat(middle[loudest] - middle[35]).isGreaterThan(5);
    }

    @Test
    void fourier_anyNumbers_isTheSumOfItsDefinition() {
        double[] re = {1, -2, 0.5, 3, 0, 4, -1, 2};
        double[] im = {0, 1, 2, 0, -1, 0, 0.5, 0};
        double[] gotRe = re.clone();
        double[] gotIm = im.clone();
        Fourier.transform(gotRe, gotIm);
        for (int k = 0; k < 8; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int i = 0; i < 8; i++) {
                double angle = -2 * Math.PI * i * k / 8;
                sumRe += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
                sumIm += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
            }
            assertThat(gotRe[k]).isCloseTo(sumRe, within(1e-9));
            assertThat(gotIm[k]).isCloseTo(sumIm, within(1e-9));
        }
    }

    private static double mean(float[] of, String... symbols) {
        return SAID.timeline().phones().stream()
                .filter(p -> List.of(symbols).contains(p.symbol()))
                .mapToDouble(p -> of[(int) ((p.startUs() + p.endUs()) / 2 / SpeechFeatures.STEP_US)])
                .average()
                .orElseThrow();
    }
}
