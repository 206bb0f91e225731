package studio.selfsame.watermark;

import java.util.Random;

/** One head before one wall; only how it nods, turns and moves its mouth depends on the seed. */
final class TalkingScene {
    private static final int WAVES = 5;

    private final int width;
    private final int height;
    private final double[][] speeds = new double[3][WAVES];
    private final double[][] phases = new double[3][WAVES];

    TalkingScene(int width, int height, int seed) {
        this.width = width;
        this.height = height;
        Random random = new Random(seed);
        for (int motion = 0; motion < speeds.length; motion++) {
            for (int wave = 0; wave < WAVES; wave++) {
                speeds[motion][wave] =
                        2 * Math.PI * (motion == 2 ? 1 + 3 * random.nextDouble() : 0.2 + random.nextDouble());
                phases[motion][wave] = 2 * Math.PI * random.nextDouble();
            }
        }
    }

    /** The frame at 25 per second. */
    byte[] frame(int index) {
        double side = Math.min(width, height);
        double centreX = width / 2.0 + 0.02 * side * sway(0, index);
        double centreY = height * 0.5 + 0.01 * side * sway(1, index);
        double mouth = 0.02 + 0.015 * Math.abs(sway(2, index));
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double v = (y - centreY) / side;
            for (int x = 0; x < width; x++) {
                double u = (x - centreX) / side;
                double level = 90 + 60.0 * x / width + (x < width / 3 ? 20 * Math.sin(y * 40 / side) : 0);
                if (u * u / 0.05 + v * v / 0.1 < 1) {
                    level = 170 - 120 * (u * u + v * v);
                    level -= u * u / 0.01 + (v - 0.12) * (v - 0.12) / (mouth * mouth) < 1 ? 90 : 0;
                }
                luma[y * width + x] = (byte) Math.clamp(Math.round(level), 16, 235);
            }
        }
        return luma;
    }

    private double sway(int motion, int index) {
        double sum = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            sum += Math.sin(speeds[motion][wave] * index / TestScene.FPS + phases[motion][wave]);
        }
        return sum;
    }
}
