package studio.selfsame.sealing.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelWordsTest {
    private static final List<String> EUROPEAN_UNION = List.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "pl", "pt", "ro", "sk", "sl", "sv");

    @Test
    void words_ofTheOfficialLanguagesOfTheUnionAndOthers_areThere() {
        List<String> tags =
                LabelWords.all().stream().map(w -> w.language().toLanguageTag()).toList();

        assertThat(tags)
                .containsAll(EUROPEAN_UNION)
                .contains("ar", "he", "fa", "ur", "hi", "bn", "th", "ja", "ko", "zh-Hans", "zh-Hant")
                .contains("ru", "uk", "tr", "vi", "id", "no")
                .doesNotHaveDuplicates();
        assertThat(LabelWords.all())
                .allSatisfy(words -> assertThat(words.generated()).isNotBlank().isNotEqualTo(words.modified()));
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, de",
        "pt-BR, pt",
        "zh, zh-Hans",
        "zh-CN, zh-Hans",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-Hans-TW, zh-Hans",
        "zh-Hant-CN, zh-Hant",
        "yue, zh-Hant",
        "nb-NO, no",
        "nn, no",
        "iw, he",
        "in, id",
        "tlh, en",
        "und, en"
    })
    void words_ofARegionOrAnOldName_areThoseOfItsLanguage(String asked, String found) {
        assertThat(LabelWords.of(Locale.forLanguageTag(asked)).language().toLanguageTag())
                .isEqualTo(found);
    }
}
