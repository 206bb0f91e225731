package studio.selfsame.sealing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Noto Sans SemiBold (SIL Open Font License 1.1), as outlines, so that no hinting changes its measures. */
final class LabelFont {
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
    private static final Font FONT = load();

    private LabelFont() {}

    /** The words' outline, its baseline at y = 0, its capitals {@code capHeightPx} high. */
    static Shape outline(String words, double capHeightPx) {
        double capOfOnePoint = FONT.deriveFont(1000f)
                        .createGlyphVector(UNHINTED, "E")
                        .getOutline()
                        .getBounds2D()
                        .getHeight()
                / 1000;
        Font sized = FONT.deriveFont((float) (capHeightPx / capOfOnePoint));
        return sized.createGlyphVector(UNHINTED, words).getOutline();
    }

    private static Font load() {
        try (InputStream in = LabelFont.class.getResourceAsStream("/sealing/NotoSans-SemiBold.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, "the label's font is missing"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("the label's font is broken", broken);
        }
    }
}
