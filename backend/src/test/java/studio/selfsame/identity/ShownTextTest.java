package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {
    private static final String UNSEEN = "contains characters that cannot be seen";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ünal & Söhne Film",
                "O’Neill, “Tales” GmbH & Co. KG",
                "Мосфильм",
                "東宝\u3000株式会社",
                "स्टूडियो",
                "استوديو",
                "Ελληνικά",
                "Việt Nam",
                "Studio 🎬"
            })
    void text_ofAnyLanguage_isShown(String text) {
        assertThat(ShownText.faults(text, 120)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b", "a\nb", "a\u202Eb", "a\u2066b", "a\u200Bb", "a\u200Db", "a\uFEFFb", "a\u00ADb", "a\u3164b",
                "a\u115Fb", "a\u2800b", "a\u034Fb", "a\uFE0Fb", "a\u00A0b", "a\u2003b", "a\uE000b", "a\uD800b",
                        "a\u2028b"
            })
    void text_withSomethingUnseen_isRefused(String text) {
        assertThat(ShownText.faults(text, 120)).containsExactly(UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P\u0430ramount", "\u0391cme", "\u041C\u039F"})
    void text_ofAlphabetsThatLookAlike_isRefused(String text) {
        assertThat(ShownText.faults(text, 120)).containsExactly("mixes alphabets whose letters look alike");
    }

    @Test
    void text_ofEveryLength_isJudgedByCharactersAsSeen() {
        assertThat(ShownText.faults("", 3)).containsExactly("is empty");
        assertThat(ShownText.faults("   ", 3)).containsExactly("is empty");
        assertThat(ShownText.faults("🎬🎬🎬", 3)).isEmpty();
        assertThat(ShownText.faults("abcd", 3)).containsExactly("is longer than 3 characters");
        assertThat(ShownText.faults("a".repeat(1_000_000), 3)).containsExactly("is longer than 3 characters");
        assertThat(ShownText.faults("a" + "\u0301".repeat(6), 120)).containsExactly("piles up accents");
    }

    @Test
    void text_kept_isComposedAndWithoutBlanksAround() {
        assertThat(ShownText.kept("  U\u0308nal ")).isEqualTo("\u00DCnal");
    }
}
