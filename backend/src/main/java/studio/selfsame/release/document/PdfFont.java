package studio.selfsame.release.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A typeface in one document, of which the glyphs that are used are embedded. */
record PdfFont(PDType0Font font) {
    static PdfFont of(PDDocument document, Typeface typeface) throws IOException {
        return new PdfFont(PDType0Font.load(document, new ByteArrayInputStream(typeface.file()), true));
    }

    /** @return in points */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
