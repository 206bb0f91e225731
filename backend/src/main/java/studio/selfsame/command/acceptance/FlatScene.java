package studio.selfsame.command.acceptance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A cartoon: flat areas with outlines, some of which move. */
final class FlatScene implements Scene {
    private final int width;
    private final int height;

    FlatScene(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void paint(BufferedImage canvas, int frame) {
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setStroke(new BasicStroke(height / 180f));
        g.setColor(new Color(140, 200, 235));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(120, 180, 90));
        g.fillRect(0, height * 2 / 3, width, height);
        double turn = frame * 2 * Math.PI / 100;
        oval(g, new Color(250, 215, 80), width * 0.85, height * 0.18, height * 0.1);
        oval(g, new Color(225, 90, 80), width * (0.3 + 0.1 * Math.sin(turn)), height * 0.55, height * 0.17);
        oval(g, new Color(255, 225, 200), width * 0.6, height * (0.5 + 0.05 * Math.cos(turn)), height * 0.2);
        oval(g, Color.WHITE, width * 0.57, height * (0.46 + 0.05 * Math.cos(turn)), height * 0.04);
        oval(g, Color.WHITE, width * 0.63, height * (0.46 + 0.05 * Math.cos(turn)), height * 0.04);
        g.setColor(Color.BLACK);
        g.drawRect(width / 10, height / 2, width / 8, height / 3);
        g.dispose();
    }

    private static void oval(Graphics2D g, Color colour, double x, double y, double radius) {
        g.setColor(colour);
        g.fillOval((int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius));
        g.setColor(Color.BLACK);
        g.drawOval((int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius));
    }
}
