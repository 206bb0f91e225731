package studio.selfsame.command.acceptance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** The camera pans over a detailed still: hills, houses, leaves. */
final class PanScene implements Scene {
    /** Of the frame's width, over 250 frames. */
    private static final double WAY = 0.6;

    private static final int FRAMES = 250;

    private final BufferedImage still;
    private final int width;

    PanScene(int width, int height) {
        this.width = width;
        int wide = (int) (width * (1 + WAY));
        still = new BufferedImage(wide, height, BufferedImage.TYPE_3BYTE_BGR);
        float[] hills = Noise.landscape(wide, height, height / 3, 9, 11);
        for (int i = 0; i < hills.length; i++) {
            int grey = Math.clamp((int) (118 + 90 * hills[i]), 20, 235);
            still.setRGB(i % wide, i / wide, grey << 16 | Math.min(235, grey + 12) << 8 | grey * 4 / 5);
        }
        Graphics2D g = still.createGraphics();
        Random random = new Random(12);
        for (int house = 0; house < 40; house++) {
            int side = height / 30 + random.nextInt(height / 9);
            int x = random.nextInt(wide);
            int y = height / 3 + random.nextInt(height / 2);
            g.setColor(new Color(90 + random.nextInt(120), 80 + random.nextInt(110), 70 + random.nextInt(100)));
            g.fillRect(x, y, side, side);
            g.setColor(Color.DARK_GRAY);
            g.drawRect(x, y, side, side);
            g.fillRect(x + side / 4, y + side / 4, side / 5 + 1, side / 5 + 1);
        }
        g.dispose();
    }

    @Override
    public void paint(BufferedImage canvas, int frame) {
        Graphics2D g = canvas.createGraphics();
        g.drawImage(still, -(int) (WAY * width * (frame % FRAMES) / FRAMES), 0, null);
        g.dispose();
    }
}
