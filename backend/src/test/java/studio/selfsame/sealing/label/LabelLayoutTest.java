package studio.selfsame.sealing.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LabelLayoutTest {
    private static final int[][] FRAMES = {{1920, 1080}, {1080, 1920}, {720, 720}, {480, 272}};

    static Stream<LabelWords> words() {
        return LabelWords.all().stream();
    }

    @ParameterizedTest
    @MethodSource("words")
    void label_inEveryLanguageAndShapeOfPicture_isLargeEnoughAndInsideTheTitleSafeArea(LabelWords words) {
        for (int[] frame : FRAMES) {
            for (String text : List.of(words.generated(), words.modified())) {
                LabelLayout label = LabelLayout.of(text, words.language(), frame[0], frame[1]);

                assertThat(label.letterPx()).as(text).isGreaterThanOrEqualTo(0.05 * Math.min(frame[0], frame[1]));
                assertThat(label.heightPx()).isGreaterThan((int) label.letterPx());
                for (LabelPlace place : LabelPlace.values()) {
                    isSafe(place.xPx(frame[0], label.widthPx()), label.widthPx(), frame[0]);
                    isSafe(place.yPx(frame[1], label.heightPx()), label.heightPx(), frame[1]);
                }
                assertThat(LabelPlace.LOWER_LEFT.yPx(frame[1], label.heightPx()) + label.heightPx())
                        .isLessThanOrEqualTo((int) (0.8 * frame[1]));
                keepsAMargin(label, text);
            }
        }
    }

    private static void isSafe(int from, int length, int side) {
        assertThat(from).isGreaterThanOrEqualTo((int) (0.05 * side));
        assertThat(from + length).isLessThanOrEqualTo((int) (0.95 * side) + 1);
    }

    /** No letter touches the edge of the plate: at least a quarter of its height is left on all sides. */
    private static void keepsAMargin(LabelLayout label, String text) {
        int margin = (int) (0.25 * label.letterPx());
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < label.words().length; i++) {
            if (label.words()[i] != 0) {
                int x = i % label.widthPx();
                int y = i / label.widthPx();
                least = Math.min(least, Math.min(x, Math.min(y, label.widthPx() - 1 - x)));
                least = Math.min(least, label.heightPx() - 1 - y);
            }
        }
        assertThat(least).as(text).isBetween(margin, label.heightPx());
    }

    @ParameterizedTest
    @CsvSource({
        "LATIN, AI GENERATED, E",
        "LATIN, AI GENERATED, D",
        "JAPANESE, AI生成, 生",
        "JAPANESE, AI生成, A",
        "KOREAN, AI 생성, 생",
        "THAI, สร้างด้วย AI, ก",
        "DEVANAGARI, एआई द्वारा निर्मित, क",
        "BENGALI, এআই দ্বারা তৈরি, ক",
        "HEBREW, נוצר בבינה מלאכותית, ה",
        "ARABIC, تم إنشاؤه بالذكاء الاصطناعي, ا"
    })
    void plainLetter_ofEveryScript_isAsHighAsAsked(LabelFont script, String words, String letter) {
        Font font = script.sized(words, 50);

        double height = ShapedLine.of(letter, font).outline().getBounds2D().getHeight();

        assertThat(height).isBetween(49.5, 66.0);
    }

    @ParameterizedTest
    @CsvSource({
        "LATIN, AI GENERATED, 1",
        "LATIN, TEHISINTELLEKTIGA MUUDETUD, 2",
        "ARABIC, تم إنشاؤه بالذكاء الاصطناعي, 2",
        "LATIN, UNBREAKABLEUNBREAKABLE, 1"
    })
    void words_thatAreTooLong_areBrokenInTwoAndNeverMadeSmaller(LabelFont script, String words, int lines) {
        Font font = script.sized(words, 50);
        double oneLine = ShapedLine.of(words, font).outline().getBounds2D().getWidth();

        LabelLines broken = LabelLines.of(words, font, 50, 650);

        if (lines == 1) {
            assertThat(broken.box().getWidth()).isEqualTo(oneLine);
            assertThat(broken.box().getHeight()).isLessThan(75);
        } else {
            assertThat(broken.box().getWidth()).isLessThan(0.75 * oneLine);
            assertThat(broken.box().getHeight()).isGreaterThan(120);
        }
    }
}
