package studio.selfsame.watermark;

import java.util.Random;

/**
 * A head in front of a wall that never moves: flat paint, a textured shelf, and a blob that sways and opens a mouth. The
 * fixed backdrop is the hard case for a mark that does not change.
 */
final class TestScene {
    static final int FPS = 25;

    private final int width;
    private final int height;
    private final float[] wall;

    TestScene(int width, int height, int seed) {
        this.width = width;
        this.height = height;
        this.wall = new float[width * height];
        Random random = new Random(seed);
        double unit = Math.min(width, height) / 360.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double shelf = x < width / 3 ? 22 * Math.sin(x / unit / 5.0) * Math.sin(y / unit / 7.0) : 0;
                wall[y * width + x] = (float) (110 + 40.0 * x / width + shelf + 3 * random.nextGaussian());
            }
        }
    }

    /** Presentation time of a frame. */
    static long timeUs(int frame) {
        return frame * 1_000_000L / FPS;
    }

    byte[] frame(int index) {
        byte[] luma = new byte[width * height];
        double side = Math.min(width, height);
        double centreX = width / 2.0 + 0.03 * side * Math.sin(index / 9.0);
        double centreY = height * 0.55 + 0.01 * side * Math.sin(index / 5.0);
        double mouth = 0.03 + 0.03 * Math.sin(index / 2.0);
        for (int y = 0; y < height; y++) {
            double v = (y - centreY) / side;
            for (int x = 0; x < width; x++) {
                double u = (x - centreX) / side;
                double level = wall[y * width + x];
                if (u * u / 0.04 + v * v / 0.08 < 1) {
                    level = 165 - 120 * (u * u + v * v) + 4 * Math.sin(150 * u) * Math.sin(130 * v);
                    level -= u * u / 0.006 + (v - 0.1) * (v - 0.1) / (mouth * mouth) < 1 ? 70 : 0;
                }
                luma[y * width + x] = (byte) Math.clamp(Math.round(level), 16, 235);
            }
        }
        return luma;
    }
}
