package studio.selfsame.sealing.label;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** The label of a picture too small to write on: a strip of its own above it. */
public final class StillLabel {
    /** Height of a plain letter as part of the picture's short side; never smaller than can be read. */
    private static final double LETTER_HEIGHT = 0.052;

    private static final double LEAST_LETTER_PX = 12;
    /** Of the width. */
    private static final double LONGEST_LINE = 0.9;

    private StillLabel() {}

    /**
     * The picture, untouched, below its label. Words that are still too long when broken in two are made narrower.
     *
     * @param language a language of {@link LabelWords}
     */
    public static BufferedImage above(BufferedImage picture, String words, Locale language) {
        int width = picture.getWidth();
        double letter = Math.max(LEAST_LETTER_PX, LETTER_HEIGHT * Math.min(width, picture.getHeight()));
        Font font = LabelFont.of(language, words).sized(words, letter);
        LabelLines lines = LabelLines.of(words, font, letter, LONGEST_LINE * width);
        Rectangle2D box = lines.box();
        int strip = (int) Math.ceil(box.getHeight() + letter);
        double fit = Math.min(1, LONGEST_LINE * width / box.getWidth());
        AffineTransform placing = AffineTransform.getTranslateInstance(
                (1 + LONGEST_LINE) / 2 * width - fit * box.getWidth(), (strip - box.getHeight()) / 2);
        placing.scale(fit, 1);
        BufferedImage all = new BufferedImage(width, picture.getHeight() + strip, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.drawImage(picture, 0, strip, null);
        graphics.setColor(Color.WHITE);
        graphics.fill(placing.createTransformedShape(lines.at(0, 0)));
        graphics.dispose();
        return all;
    }
}
