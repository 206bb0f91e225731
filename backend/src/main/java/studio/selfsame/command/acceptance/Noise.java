package studio.selfsame.command.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;
import java.util.SplittableRandom;

/** Seeded noise: of a sensor, and of a landscape. */
final class Noise {
    private static final int TABLE = 1 << 14;

    private Noise() {}

    /** Adds Gaussian grey noise of this standard deviation, another one each frame. */
    static void grain(BufferedImage canvas, double sigma, int frame) {
        Random seeded = new Random(1);
        int[] table = new int[TABLE];
        for (int i = 0; i < TABLE; i++) {
            table[i] = (int) Math.round(sigma * seeded.nextGaussian());
        }
        SplittableRandom random = new SplittableRandom(frame);
        byte[] bgr = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        long bits = 0;
        for (int i = 0; i < bgr.length; i += 3) {
            bits = i % 12 == 0 ? random.nextLong() : bits >>> 14;
            int grain = table[(int) (bits & (TABLE - 1))];
            for (int c = i; c < i + 3; c++) {
                bgr[c] = (byte) Math.clamp((bgr[c] & 0xff) + grain, 0, 255);
            }
        }
    }

    /** Smooth noise in −1..1: octaves of interpolated random values, each half as strong and half as wide. */
    static float[] landscape(int width, int height, int widest, int octaves, long seed) {
        float[] sum = new float[width * height];
        float strength = 0.5f;
        int cell = widest;
        for (int octave = 0; octave < octaves && cell > 0; octave++, cell /= 2, strength /= 1.6f) {
            int columns = width / cell + 2;
            float[] grid = new float[columns * (height / cell + 2)];
            Random random = new Random(seed + octave);
            for (int i = 0; i < grid.length; i++) {
                grid[i] = 2 * random.nextFloat() - 1;
            }
            for (int y = 0; y < height; y++) {
                float down = (float) (y % cell) / cell;
                for (int x = 0; x < width; x++) {
                    float right = (float) (x % cell) / cell;
                    int at = y / cell * columns + x / cell;
                    float upper = grid[at] + right * (grid[at + 1] - grid[at]);
                    float lower = grid[at + columns] + right * (grid[at + columns + 1] - grid[at + columns]);
                    sum[y * width + x] += strength * (upper + down * (lower - upper));
                }
            }
        }
        return sum;
    }
}
