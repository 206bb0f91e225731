package studio.selfsame.sealing.label;

import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in one line, or in two that are about as long, one above the other's middle.
 *
 * @param outline of all letters
 * @param box from the left edge of the letters to the right, from the top of the upper line's plain letters to the last baseline;
 *     higher where marks above or parts below need more than a part of the padding
 */
record LabelLines(Shape outline, Rectangle2D box) {
    /** What may stand out of the box, as part of the height of a letter. */
    private static final double OVERHANG = 0.25;

    private static final double LEAST_GAP = 0.35;
    private static final double LINE_GAP = 0.6;

    static LabelLines of(String words, Font font, double letterPx, double longestPx) {
        List<Shape> lines = broken(words, font, longestPx);
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double baseline = 0;
        Rectangle2D above = null;
        for (Shape line : lines) {
            Rectangle2D ink = line.getBounds2D();
            if (above != null) {
                double clear = above.getMaxY() + LEAST_GAP * letterPx - ink.getMinY();
                baseline += Math.max((1 + LINE_GAP) * letterPx, clear);
            }
            all.append(
                    AffineTransform.getTranslateInstance(-ink.getCenterX(), baseline)
                            .createTransformedShape(line),
                    false);
            above = ink;
        }
        Rectangle2D ink = all.getBounds2D();
        double top = Math.min(-letterPx, ink.getMinY() + OVERHANG * letterPx);
        double bottom = Math.max(baseline, ink.getMaxY() - OVERHANG * letterPx);
        return new LabelLines(all, new Rectangle2D.Double(ink.getX(), top, ink.getWidth(), bottom - top));
    }

    /** With the box's upper left corner there. */
    Shape at(double x, double y) {
        return AffineTransform.getTranslateInstance(x - box.getX(), y - box.getY())
                .createTransformedShape(outline);
    }

    private static List<Shape> broken(String words, Font font, double longestPx) {
        List<Shape> best = List.of(ShapedLine.of(words, font).outline());
        if (width(best) <= longestPx) {
            return best;
        }
        for (int space = words.indexOf(' '); space >= 0; space = words.indexOf(' ', space + 1)) {
            List<Shape> two = new ArrayList<>();
            two.add(ShapedLine.of(words.substring(0, space), font).outline());
            two.add(ShapedLine.of(words.substring(space + 1), font).outline());
            if (width(two) < width(best)) {
                best = two;
            }
        }
        return best;
    }

    private static double width(List<Shape> lines) {
        return lines.stream()
                .mapToDouble(line -> line.getBounds2D().getWidth())
                .max()
                .orElseThrow();
    }
}
