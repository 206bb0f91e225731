package studio.selfsame.sealing.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapingTest {
    static Stream<LabelWords> words() {
        return LabelWords.all().stream();
    }

    @ParameterizedTest
    @MethodSource("words")
    void letters_ofEveryLanguage_areThere(LabelWords words) {
        for (String text : List.of(words.generated(), words.modified())) {
            Font font = LabelFont.of(words.language(), text).sized(text, 50);

            assertThat(glyphs(ShapedLine.of(text, font)))
                    .as(text)
                    .isNotEmpty()
                    .doesNotContain(font.getMissingGlyphCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "ur"})
    void arabicLetters_inAWord_areJoined(String language) {
        LabelWords words = LabelWords.of(Locale.forLanguageTag(language));
        for (String text : List.of(words.generated(), words.modified())) {
            Font font = LabelFont.of(words.language(), text).sized(text, 50);

            List<Integer> joined = glyphs(ShapedLine.of(text, font));
            List<Integer> alone = text.chars()
                    .mapToObj(letter -> Character.toString(letter))
                    .flatMap(letter -> glyphs(ShapedLine.of(letter, font)).stream())
                    .toList();

            assertThat(joined.stream().filter(glyph -> !alone.contains(glyph)).count())
                    .as(text)
                    .isGreaterThan(joined.size() / 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "he", "ur"})
    void words_fromRightToLeft_beginAtTheRight(String language) {
        LabelWords words = LabelWords.of(Locale.forLanguageTag(language));
        String text = words.generated();
        Font font = LabelFont.of(words.language(), text).sized(text, 50);

        GlyphVector line = ShapedLine.of(text, font).runs().getFirst();

        assertThat(line.getGlyphCharIndex(0)).isEqualTo(text.length() - 1);
        assertThat(line.getGlyphCharIndex(line.getNumGlyphs() - 1)).isZero();
    }

    @Test
    void latinWordsAmongHebrew_keepTheirOwnDirection() {
        // Read from the right: נוצר, then AI as it is.
        String text = "נוצר AI";
        Font font = LabelFont.HEBREW.sized(text, 50);

        List<GlyphVector> runs = ShapedLine.of(text, font).runs();

        assertThat(runs).hasSize(2);
        assertThat(glyphs(new ShapedLine(runs.subList(0, 1)))).isEqualTo(glyphs(ShapedLine.of("AI", font)));
    }

    @Test
    void devanagariVowelSign_thatStandsBefore_isPutBeforeItsConsonant() {
        Font font = LabelFont.DEVANAGARI.sized("नि", 50);

        List<Integer> shaped = glyphs(ShapedLine.of("नि", font));

        assertThat(shaped)
                .hasSize(2)
                .last()
                .isEqualTo(glyphs(ShapedLine.of("न", font)).getFirst());
    }

    @Test
    void ideographs_ofJapanAndChina_areDrawnInTheirOwnWay() {
        assertThat(LabelFont.of(Locale.JAPANESE, "AI生成")).isEqualTo(LabelFont.JAPANESE);
        assertThat(LabelFont.of(Locale.forLanguageTag("zh-Hans"), "AI生成")).isEqualTo(LabelFont.SIMPLIFIED_CHINESE);
        assertThat(LabelFont.of(Locale.forLanguageTag("zh-Hant"), "AI生成")).isEqualTo(LabelFont.TRADITIONAL_CHINESE);
    }

    private static List<Integer> glyphs(ShapedLine line) {
        return line.runs().stream()
                .flatMapToInt(run -> Arrays.stream(run.getGlyphCodes(0, run.getNumGlyphs(), null)))
                .boxed()
                .toList();
    }
}
