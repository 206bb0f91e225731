package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.problem.ProblemException;

class MaryHsmmSynthesizerTest {
    private static final SpeechSynthesizer VOICE = new MaryHsmmSynthesizer(new SpeechSettings("marytts-hsmm", 5000));
    private static final Utterance PUMP = VOICE.speak("Bob paid Pam for the map, and Tom moved the pump.", Locale.US);

    @Test
    void speak_sentence_phonesCoverTheWholeUtteranceWithoutGaps() {
        List<Phone> phones = PUMP.timeline().phones();
        assertThat(phones.getFirst().startUs()).isZero();
        assertThat(phones.getLast().endUs()).isEqualTo(PUMP.audio().durationUs());
        for (int i = 1; i < phones.size(); i++) {
            assertThat(phones.get(i).startUs()).isEqualTo(phones.get(i - 1).endUs());
            assertThat(phones.get(i).endUs()).isGreaterThan(phones.get(i).startUs());
        }
        assertThat(phones.getFirst().symbol()).isEqualTo("pau");
        assertThat(phones.getFirst().endUs()).isEqualTo(300_000);
        assertThat(phones.getLast().symbol()).isEqualTo("pau");
        assertThat(phones.getLast().endUs() - phones.getLast().startUs()).isBetween(450_000L, 600_000L);
    }

    @Test
    void speak_sentence_wordsAreInOrderAsWritten() {
        assertThat(PUMP.timeline().words())
                .extracting(PhonemeTimeline.Word::text)
                .containsExactly("Bob", "paid", "Pam", "for", "the", "map", "and", "Tom", "moved", "the", "pump");
        for (int i = 1; i < PUMP.timeline().words().size(); i++) {
            assertThat(PUMP.timeline().words().get(i).startUs())
                    .isGreaterThanOrEqualTo(PUMP.timeline().words().get(i - 1).endUs());
        }
    }

    @ParameterizedTest
    @CsvSource({"Bob, b aa b", "paid, p ey d", "map, m ae p", "Tom, t aa m", "pump, p ah m p"})
    void speak_wordsWithPBM_haveTheirClosures(String word, String phones) {
        assertThat(phonesOf(PUMP, word)).isEqualTo(phones);
    }

    @Test
    void speak_sentence_pausesAreQuietAndVowelsLoud() {
        Map<Boolean, Double> loudness = PUMP.timeline().phones().stream()
                .filter(phone -> phone.symbol().equals("pau") || isOpenVowel(phone))
                .collect(Collectors.partitioningBy(
                        MaryHsmmSynthesizerTest::isOpenVowel,
                        Collectors.averagingDouble(MaryHsmmSynthesizerTest::rms)));
        assertThat(loudness.get(true)).isGreaterThan(20 * loudness.get(false));
        assertThat(PUMP.timeline().phones().stream()
                        .filter(phone -> phone.symbol().equals("pau")))
                .hasSize(3)
                .allSatisfy(pause -> assertThat(rms(pause)).isLessThan(0.01));
    }

    @Test
    void speak_sentence_isLevelledWithoutClipping() {
        float peak = 0;
        for (float sample : PUMP.audio().interleaved()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(peak).isBetween(0.2f, 0.9f);
        assertThat(PUMP.audio().sampleRateHz()).isEqualTo(48_000);
        assertThat(PUMP.audio().channels()).isEqualTo(1);
        double level = 20 * Math.log10(Loudness.speechLevel(PUMP.audio().interleaved(), 48_000));
        assertThat(level).isBetween(-20.0, -16.0);
    }

    @Test
    void speak_sameTextTwice_givesTheSameSamples() {
        Utterance again = VOICE.speak("Bob paid Pam for the map, and Tom moved the pump.", Locale.US);
        assertThat(again.audio().interleaved()).isEqualTo(PUMP.audio().interleaved());
        assertThat(again.timeline()).isEqualTo(PUMP.timeline());
    }

    @Test
    void speak_moneyAbbreviationsAndShortForms_areSaidInFull() {
        Utterance utterance =
                VOICE.speak("Dr. Lee doesn't owe $3.50 & I'm 50% sure. It's 12:30 p.m. (nearly)!", Locale.US);
        assertThat(utterance.timeline().words())
                .extracting(PhonemeTimeline.Word::text)
                .containsExactly(
                        "Dr.", "Lee", "doesn't", "owe", "$3.50", "&", "I'm", "50%", "sure", "It's", "12:30", "p.m.",
                        "nearly");
        assertThat(phonesOf(utterance, "$3.50")).isEqualTo("th r iy d aa l er z f ih f t iy s eh n t s");
        assertThat(phonesOf(utterance, "I'm")).isEqualTo("ay m");
        assertThat(phonesOf(utterance, "50%")).startsWith("f ih f t iy").endsWith("s eh n t");
    }

    @Test
    void speak_longerScript_tellsProgressAndStopsWhenToldTo() {
        List<Double> told = new ArrayList<>();
        VOICE.speak("One.\n\nTwo.", Locale.US, told::add);
        assertThat(told).containsExactly(0.0, 0.5, 1.0);
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> VOICE.speak("One. Two.", Locale.US, done -> {
                            throw new IllegalStateException("stop");
                        })))
                .hasMessage("stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "... , !", "\"\" - ()"})
    void speak_nothingToSay_isRefused(String text) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> VOICE.speak(text, Locale.US));
        assertThat(problem.problem().cause()).isEqualTo("The script holds nothing to say.");
    }

    @Test
    void speak_unreadableCharacters_areNamed() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> VOICE.speak("caf\u00e9 \u6f22 ok \ud83d\ude42", Locale.US));
        assertThat(problem.problem().cause())
                .contains("`\u6f22` `\ud83d\ude42`")
                .doesNotContain("\u00e9");
        assertThat(problem.kind()).isEqualTo(ProblemException.Kind.UNUSABLE);
    }

    @Test
    void speak_tooLongText_isRefusedWithBothNumbers() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> VOICE.speak("a ".repeat(2501), Locale.US));
        assertThat(problem.problem().cause()).contains("5,002").contains("5,000");
    }

    private static String phonesOf(Utterance utterance, String text) {
        PhonemeTimeline.Word word = utterance.timeline().words().stream()
                .filter(candidate -> candidate.text().equals(text))
                .findFirst()
                .orElseThrow();
        return utterance.timeline().phones().stream()
                .filter(phone -> phone.startUs() >= word.startUs() && phone.endUs() <= word.endUs())
                .map(Phone::symbol)
                .collect(Collectors.joining(" "));
    }

    private static boolean isOpenVowel(Phone phone) {
        return List.of("aa", "ae", "ah", "ey").contains(phone.symbol());
    }

    private static double rms(Phone phone) {
        float[] samples = PUMP.audio().interleaved();
        int from = (int) (phone.startUs() * 48 / 1000);
        int to = (int) (phone.endUs() * 48 / 1000);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }
}
