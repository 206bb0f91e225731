package studio.selfsame.command.acceptance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Success by attack, a bar for each, beside what others have published of theirs. Colours after Okabe and Ito, which people
 * with any colour vision tell apart; others' figures besides have shapes of their own.
 */
final class Chart {
    private static final int LABEL = 330;
    private static final int BAR = 560;
    private static final int REMARK = 330;
    private static final int LINE = 24;
    private static final int HEAD = 96;
    private static final int FOOT = 150;
    private static final Color OURS = new Color(0, 114, 178);
    private static final Color THEIRS = new Color(213, 94, 0);
    private static final Color GRID = new Color(222, 222, 222);

    private Chart() {}

    static void write(List<Row> rows, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(LABEL + BAR + REMARK, HEAD + rows.size() * LINE + FOOT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        head(g, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            row(g, rows.get(i), HEAD + i * LINE);
        }
        foot(g, HEAD + rows.size() * LINE + 34);
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void head(Graphics2D g, int rows) {
        text(g, "What Selfsame's watermark survives", 24, 36, 22, Font.BOLD);
        text(
                g,
                "Bars: clips whose exact 64-bit id was read after the attack. Diamonds: other watermarks.",
                24,
                62,
                14,
                Font.PLAIN);
        for (int percent = 0; percent <= 100; percent += 25) {
            int x = LABEL + BAR * percent / 100;
            g.setColor(GRID);
            g.drawLine(x, HEAD - 6, x, HEAD + rows * LINE);
            text(g, percent + " %", x - 14, HEAD - 10, 12, Font.PLAIN);
        }
    }

    private static void row(Graphics2D g, Row row, int top) {
        text(g, row.attack(), 24, top + 16, 13, Font.PLAIN);
        int length = (int) Math.round(BAR * row.percent() / 100);
        g.setColor(OURS);
        g.fillRect(LABEL, top + 4, Math.max(2, length), LINE - 8);
        String share = row.exact() + "/" + row.attempts();
        if (length > 60) {
            g.setColor(Color.WHITE);
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
            g.drawString(share, LABEL + 14, top + 16);
        } else {
            text(g, share, LABEL + length + 14, top + 16, 12, Font.PLAIN);
        }
        for (Rival rival : Rival.of(row.attack())) {
            int x = LABEL + (int) Math.round(BAR * rival.percent() / 100);
            int y = top + LINE / 2;
            int[] xs = {x - 7, x, x + 7, x};
            int[] ys = {y, y - 7, y, y + 7};
            g.setColor(THEIRS);
            g.fillPolygon(xs, ys, 4);
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke(1.2f));
            g.drawPolygon(xs, ys, 4);
        }
        text(g, Rival.told(row.attack()), LABEL + BAR + 24, top + 16, 12, Font.PLAIN);
    }

    private static void foot(Graphics2D g, int top) {
        for (int i = 0; i < Rival.NOTES.size(); i++) {
            text(g, Rival.NOTES.get(i), 24, top + 20 * i, 12, Font.PLAIN);
        }
    }

    private static void text(Graphics2D g, String text, int x, int y, int size, int style) {
        g.setColor(new Color(40, 40, 40));
        g.setFont(new Font(Font.SANS_SERIF, style, size));
        g.drawString(text, x, y);
    }
}
