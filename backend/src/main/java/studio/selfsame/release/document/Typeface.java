package studio.selfsame.release.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Noto Sans (SIL Open Font License 1.1), in which contracts are set, and what it can show. */
enum Typeface {
    REGULAR("/release-documents/NotoSans-Regular.ttf"),
    SEMI_BOLD("/sealing/NotoSans-SemiBold.ttf");

    /** Others need shaping, which PDF text set glyph by glyph does not get. */
    private static final Set<UnicodeScript> SET_GLYPH_BY_GLYPH = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private final byte[] file;
    private final CmapLookup glyphs;

    Typeface(String resource) {
        try (var in = Typeface.class.getResourceAsStream(resource)) {
            file = Objects.requireNonNull(in, resource).readAllBytes();
            glyphs = new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TrueType. */
    byte[] file() {
        return file.clone();
    }

    /** In both weights. */
    static boolean shows(int codePoint) {
        return SET_GLYPH_BY_GLYPH.contains(UnicodeScript.of(codePoint))
                && REGULAR.glyphs.getGlyphId(codePoint) > 0
                && SEMI_BOLD.glyphs.getGlyphId(codePoint) > 0;
    }
}
