package studio.selfsame.sealing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Where the label stands and what it looks like: light words on a dark plate, top right, inside the title-safe area
 * (SMPTE ST 2046-1: 90 % of each side).
 *
 * @param xPx left edge of the plate, even
 * @param yPx top edge of the plate, even
 * @param widthPx of the plate, even
 * @param heightPx of the plate, even
 * @param plate coverage of the plate, 0..255, row by row
 * @param words coverage of the letters, 0..255, row by row
 */
record LabelLayout(int xPx, int yPx, int widthPx, int heightPx, byte[] plate, byte[] words) {
    /** Height of a capital letter as part of the picture's short side; 5 % is the least allowed. */
    private static final double CAP_HEIGHT = 0.052;

    private static final double SAFE_MARGIN = 0.05;
    /** As part of the height of a capital. */
    private static final double PADDING = 0.55;

    static LabelLayout of(String text, int frameWidthPx, int frameHeightPx) {
        double cap = CAP_HEIGHT * Math.min(frameWidthPx, frameHeightPx);
        Shape letters = LabelFont.outline(text, cap);
        Rectangle2D bounds = letters.getBounds2D();
        double padding = PADDING * cap;
        int width = even(bounds.getWidth() + 2 * padding);
        int height = even(cap + 2 * padding);
        int x = (int) ((1 - SAFE_MARGIN) * frameWidthPx - width) & ~1;
        int y = even(SAFE_MARGIN * frameHeightPx);
        Shape placed = AffineTransform.getTranslateInstance(
                        (width - bounds.getWidth()) / 2 - bounds.getX(), (height + cap) / 2)
                .createTransformedShape(letters);
        double corner = cap / 2;
        Shape plate = new RoundRectangle2D.Double(0, 0, width, height, corner, corner);
        return new LabelLayout(x, y, width, height, draw(plate, width, height), draw(placed, width, height));
    }

    private static int even(double px) {
        return (int) Math.ceil(px / 2) * 2;
    }

    private static byte[] draw(Shape shape, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
