package studio.selfsame.command.acceptance;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A screen: a page that is typed, and scrolls when it is full. */
final class TextScene implements Scene {
    private static final int WORDS_IN_LINE = 9;
    private static final int LINES = 60;
    private static final int LINES_ON_PAGE = 24;
    private static final int LETTERS_PER_FRAME = 8;

    private final List<String> lines = new ArrayList<>();
    private final int width;
    private final int height;

    TextScene(int width, int height) {
        this.width = width;
        this.height = height;
        Random random = new Random(21);
        for (int line = 0; line < LINES; line++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < WORDS_IN_LINE; word++) {
                random.ints(2 + random.nextInt(8), 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
                text.append(' ');
            }
            lines.add(text.toString());
        }
    }

    @Override
    public void paint(BufferedImage canvas, int frame) {
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(246, 246, 242));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(52, 73, 94));
        g.fillRect(0, 0, width, height / 18);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, height / 32));
        g.setColor(new Color(30, 30, 34));
        int step = height * 17 / 18 / LINES_ON_PAGE;
        int letters = LINES_ON_PAGE / 2 * 50 + frame * LETTERS_PER_FRAME;
        int full = letters / 50;
        int first = Math.max(0, full - LINES_ON_PAGE + 2);
        for (int line = first; line <= Math.min(full, LINES - 1); line++) {
            String text = lines.get(line);
            String typed = line < full ? text : text.substring(0, Math.min(text.length(), letters % 50));
            g.drawString(typed, width / 20, height / 18 + (line - first + 1) * step);
        }
        g.dispose();
    }
}
