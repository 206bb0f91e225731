package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.speech.PhonemeTimeline.Word;

/** Every word takes a tenth of a second. */
class ScriptLinesTest {
    private static final long WORD_US = 100_000;

    @Test
    void script_ofTwoSentences_isTwoLinesInItsOwnSpellingAtTheTimesOfItsWords() {
        var lines = ScriptLines.of(
                "  Good evening, \u201cdear\u201d people! \u201cIt is\n late.\u201d ",
                words("Good", "evening", "dear", "people", "It", "is", "late"));

        assertThat(lines)
                .containsExactly(
                        new SpokenLine("Good evening, \u201cdear\u201d people!", 0, 4 * WORD_US),
                        new SpokenLine("\u201cIt is late.\u201d", 4 * WORD_US, 7 * WORD_US));
    }

    @Test
    void script_ofOneLongSentence_isCutBehindACommaOrBeforeItIsTooLong() {
        String first = "We have come here tonight to speak about the river,";
        String rest = " which nobody who lives beside it has ever called by the name that stands on every map of it";
        var lines = ScriptLines.of(
                first + rest, words((first + rest).replace(",", "").split(" ")));

        assertThat(lines).hasSize(3).first().extracting(SpokenLine::text).isEqualTo(first);
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).hasSizeLessThanOrEqualTo(ScriptLines.LONGEST));
        assertThat(String.join(" ", lines.stream().map(SpokenLine::text).toList()))
                .isEqualTo(first + rest);
        assertThat(lines.get(1).startUs()).isEqualTo(lines.get(0).endUs());
    }

    @Test
    void words_thatTheScriptLacks_loseNothingOfIt() {
        var lines = ScriptLines.of("It costs $3.50 today.", words("It", "costs", "three dollars", "today"));

        assertThat(lines).containsExactly(new SpokenLine("It costs $3.50 today.", 0, 4 * WORD_US));
        assertThat(ScriptLines.of("Silence.", List.of())).isEmpty();
    }

    private static List<Word> words(String... texts) {
        List<Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(new Word(text, words.size() * WORD_US, (words.size() + 1) * WORD_US));
        }
        return words;
    }
}
