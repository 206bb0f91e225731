package studio.selfsame.sealing.label;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Locale;

/**
 * What the label looks like: letters on a plate with round corners.
 *
 * @param widthPx of the plate, even
 * @param heightPx of the plate, even
 * @param letterPx height of a plain letter
 * @param plate coverage of the plate, 0..255, row by row
 * @param words coverage of the letters, 0..255, row by row
 */
record LabelLayout(int widthPx, int heightPx, double letterPx, byte[] plate, byte[] words) {
    /** Height of a plain letter as part of the picture's short side; 5 % is the least allowed. */
    private static final double LETTER_HEIGHT = 0.052;
    /** Of the short side: longer lines are broken, if there is a space, and never made smaller. */
    private static final double LONGEST_LINE = 0.75;
    /** As part of the height of a letter. */
    private static final double PADDING = 0.55;

    /** @param language a language of {@link LabelWords} */
    static LabelLayout of(String words, Locale language, int frameWidthPx, int frameHeightPx) {
        int shortSide = Math.min(frameWidthPx, frameHeightPx);
        double letter = LETTER_HEIGHT * shortSide;
        Font font = LabelFont.of(language, words).sized(words, letter);
        LabelLines lines = LabelLines.of(words, font, letter, LONGEST_LINE * shortSide);
        Rectangle2D ink = lines.box();
        double padding = PADDING * letter;
        int width = even(ink.getWidth() + 2 * padding);
        int height = even(ink.getHeight() + 2 * padding);
        Shape letters = lines.at((width - ink.getWidth()) / 2, (height - ink.getHeight()) / 2);
        Shape plate = new RoundRectangle2D.Double(0, 0, width, height, letter / 2, letter / 2);
        return new LabelLayout(width, height, letter, draw(plate, width, height), draw(letters, width, height));
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
