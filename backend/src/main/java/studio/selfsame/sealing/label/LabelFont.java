package studio.selfsame.sealing.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Noto Sans SemiBold (SIL Open Font License 1.1) in the scripts of the label's words. Only the first is there whole; the others
 * hold the letters of those words and the marks that go with them.
 */
enum LabelFont {
    LATIN("/sealing/NotoSans-SemiBold.ttf", 'E'),
    ARABIC("/sealing/label/NotoSansArabic-SemiBold.ttf", 'ا'),
    BENGALI("/sealing/label/NotoSansBengali-SemiBold.ttf", 'ক'),
    DEVANAGARI("/sealing/label/NotoSansDevanagari-SemiBold.ttf", 'क'),
    HEBREW("/sealing/label/NotoSansHebrew-SemiBold.ttf", 'ה'),
    THAI("/sealing/label/NotoSansThai-SemiBold.ttf", 'ก'),
    JAPANESE("/sealing/label/NotoSansJP-SemiBold.ttf", '生'),
    KOREAN("/sealing/label/NotoSansKR-SemiBold.ttf", '생'),
    SIMPLIFIED_CHINESE("/sealing/label/NotoSansSC-SemiBold.ttf", '生'),
    TRADITIONAL_CHINESE("/sealing/label/NotoSansTC-SemiBold.ttf", '生');

    /** The same ideographs are written in different ways. */
    private static final Map<String, LabelFont> BY_LANGUAGE =
            Map.of("ja", JAPANESE, "ko", KOREAN, "zh-Hans", SIMPLIFIED_CHINESE, "zh-Hant", TRADITIONAL_CHINESE);

    private static final float SIZE = 1000;

    private final String file;
    private final char reference;
    private @Nullable Font font;

    LabelFont(String file, char reference) {
        this.file = file;
        this.reference = reference;
    }

    /**
     * The one for these words.
     *
     * @param language a language of {@link LabelWords}
     * @throws IllegalStateException if no font has all their characters
     */
    static LabelFont of(Locale language, String words) {
        LabelFont own = BY_LANGUAGE.get(language.toLanguageTag());
        if (own != null && own.shows(words)) {
            return own;
        }
        return Arrays.stream(values())
                .filter(any -> any.shows(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no font shows the label in " + language.toLanguageTag() + "; see backend/src/fonts"));
    }

    private boolean shows(String words) {
        return font().canDisplayUpTo(words) == -1;
    }

    /**
     * In a size in which a plain letter of the script is so high, and so are capitals, where there are any: the letters that the
     * least height is asked of.
     */
    Font sized(String words, double letterHeightPx) {
        Font large = font().deriveFont(SIZE);
        double height = height(large, reference);
        if (words.chars().anyMatch(each -> each < 128 && Character.isLetter(each))) {
            height = Math.min(height, height(large, 'A'));
        }
        return large.deriveFont((float) (SIZE * letterHeightPx / height));
    }

    private static double height(Font font, char letter) {
        return font.createGlyphVector(ShapedLine.UNHINTED, new char[] {letter})
                .getOutline()
                .getBounds2D()
                .getHeight();
    }

    private synchronized Font font() {
        Font known = font;
        if (known == null) {
            known = load(file);
            font = known;
        }
        return known;
    }

    private static Font load(String file) {
        try (InputStream in = LabelFont.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(file + " is broken", broken);
        }
    }
}
