package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class SynthesizersTest {
    private static final SpeechSynthesizer ENGLISH = new Silent("english", Locale.US);
    private static final SpeechSynthesizer GERMAN = new Silent("german", Locale.GERMANY);
    private static final Synthesizers BOTH =
            new Synthesizers(List.of(ENGLISH, GERMAN), new SpeechSettings("english", 100));

    @Test
    void forLanguage_otherEnginesLanguage_choosesThatEngine() {
        assertThat(BOTH.forLanguage(Locale.GERMANY)).isEqualTo(new Synthesizers.Choice(GERMAN, Locale.GERMANY));
    }

    @Test
    void forLanguage_withoutCountry_choosesTheVarietyOnOffer() {
        assertThat(BOTH.forLanguage(Locale.ENGLISH)).isEqualTo(new Synthesizers.Choice(ENGLISH, Locale.US));
    }

    @Test
    void forLanguage_notOffered_listsWhatIs() {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> BOTH.forLanguage(Locale.UK));
        assertThat(problem.problem().cause()).contains("`en-GB`");
        assertThat(problem.problem().remedy()).contains("de-DE, en-US");
    }

    @Test
    void start_unknownEngineConfigured_namesKeyAndAllowedValues() {
        assertThatThrownBy(() -> new Synthesizers(List.of(ENGLISH, GERMAN), new SpeechSettings("loud", 100)))
                .hasMessage("selfsame.speech.synthesizer is `loud`; allowed: english, german");
    }

    private record Silent(String name, Locale language) implements SpeechSynthesizer {
        @Override
        public List<Locale> languages() {
            return List.of(language);
        }

        @Override
        public Utterance speak(String text, Locale wanted) {
            throw new UnsupportedOperationException("never asked to speak here");
        }
    }
}
