package studio.selfsame.sealing.label;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of words as glyphs, from left to right: put in visual order by the Unicode bidirectional algorithm, joined, reordered and
 * marked by the JDK's own shaper, HarfBuzz.
 *
 * @param runs stretches of one direction each, the leftmost first
 */
record ShapedLine(List<GlyphVector> runs) {
    /** So that no hinting changes the measures. */
    static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    static ShapedLine of(String words, Font font) {
        Bidi bidi = new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        Integer[] order = new Integer[bidi.getRunCount()];
        byte[] levels = new byte[order.length];
        for (int run = 0; run < order.length; run++) {
            order[run] = run;
            levels[run] = (byte) bidi.getRunLevel(run);
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        char[] characters = words.toCharArray();
        List<GlyphVector> runs = new ArrayList<>();
        for (int run : order) {
            boolean rightToLeft = bidi.getRunLevel(run) % 2 == 1;
            runs.add(font.layoutGlyphVector(
                    UNHINTED,
                    characters,
                    bidi.getRunStart(run),
                    bidi.getRunLimit(run),
                    rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT));
        }
        return new ShapedLine(List.copyOf(runs));
    }

    /** The baseline at y = 0. */
    Shape outline() {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        float x = 0;
        for (GlyphVector run : runs) {
            outline.append(run.getOutline(x, 0), false);
            x += (float) run.getGlyphPosition(run.getNumGlyphs()).getX();
        }
        return outline;
    }
}
