package studio.selfsame.release.document;

import java.awt.Color;
import java.util.List;

/**
 * How a line looks.
 *
 * @param size in points
 * @param leading from line to line, in points
 */
record PdfStyle(PdfFont font, float size, float leading, Color colour) {
    List<String> lines(String text, float width) {
        return LineBreaks.lines(text, width, line -> font.width(line, size));
    }
}
