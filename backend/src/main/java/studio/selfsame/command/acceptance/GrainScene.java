package studio.selfsame.command.acceptance;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Soft shapes on film: the grain is stronger than anything else that is fine. */
final class GrainScene implements Scene {
    private static final double GRAIN = 7;

    private final int width;
    private final int height;

    GrainScene(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void paint(BufferedImage canvas, int frame) {
        Graphics2D g = canvas.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(70, 62, 58), width, height, new Color(170, 160, 140)));
        g.fillRect(0, 0, width, height);
        int x = width / 3 + (int) (width / 12.0 * Math.sin(frame / 40.0));
        g.setPaint(new GradientPaint(x, 0, new Color(200, 170, 150), x + width / 3f, height, new Color(90, 70, 70)));
        g.fillOval(x, height / 6, width / 4, height * 2 / 3);
        g.dispose();
        Noise.grain(canvas, GRAIN, frame);
    }
}
