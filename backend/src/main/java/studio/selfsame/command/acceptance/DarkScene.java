package studio.selfsame.command.acceptance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A street at night: little light, a lamp that passes, the noise of a sensor. */
final class DarkScene implements Scene {
    private static final double SENSOR = 1.5;

    private final BufferedImage street;
    private final int width;
    private final int height;

    DarkScene(int width, int height) {
        this.width = width;
        this.height = height;
        street = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        float[] walls = Noise.landscape(width, height, height / 4, 7, 31);
        for (int i = 0; i < walls.length; i++) {
            int grey = Math.clamp((int) (26 + 16 * walls[i]), 0, 60);
            street.setRGB(i % width, i / width, grey << 16 | grey << 8 | (grey + 6));
        }
    }

    @Override
    public void paint(BufferedImage canvas, int frame) {
        Graphics2D g = canvas.createGraphics();
        g.drawImage(street, 0, 0, null);
        int x = width / 8 + frame * width / 400;
        for (int ring = 12; ring > 0; ring--) {
            int radius = ring * height / 90;
            g.setColor(new Color(255, 220, 150, 10 + 60 / ring));
            g.fillOval(x - radius, height / 3 - radius, 2 * radius, 2 * radius);
        }
        g.dispose();
        Noise.grain(canvas, SENSOR, frame);
    }
}
