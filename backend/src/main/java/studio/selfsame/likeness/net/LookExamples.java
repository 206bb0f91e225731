package studio.selfsame.likeness.net;

import java.util.List;
import java.util.Random;

/**
 * Training examples of one look: a crop to give back, from the same crop bent at random and in another light. So the
 * encoder must find where things are and how they move, and cannot tell the look by its light. A step's examples follow
 * from its number and the seed alone.
 *
 * <p>Source of the bending: the random warp of a 5×5 grid of 2017's face swapping tools (see {@link AutoencoderNet}).
 */
public final class LookExamples {
    private static final int GRID = 5;
    /** Standard deviations: of a grid point's shift in sides of the picture, and of light as a factor. */
    private static final double SHIFT = 0.02;

    private static final double LIGHT = 0.2;

    private final List<byte[]> crops;
    private final int sizePx;
    private final float[] weight;
    private final long seed;

    /**
     * @param crops stabilised faces in this look, each {@code 3×S×S}, 8 bits gamma-coded
     * @param weight of each pixel in the loss, {@code S×S}
     * @param seed another one for each look
     */
    public LookExamples(List<byte[]> crops, int sizePx, float[] weight, long seed) {
        this.crops = List.copyOf(crops);
        this.sizePx = sizePx;
        this.weight = weight.clone();
        this.seed = seed;
    }

    public LookBatch batch(int step, int n) {
        Random random = new Random(seed * 1_000_003 + step);
        int area = sizePx * sizePx;
        LookBatch batch = new LookBatch(new float[n * 3 * area], new float[n * 3 * area], new float[n * area]);
        for (int i = 0; i < n; i++) {
            float[] target = floats(crops.get(random.nextInt(crops.size())));
            System.arraycopy(target, 0, batch.target(), i * 3 * area, 3 * area);
            System.arraycopy(relit(bent(target, random), random), 0, batch.pictures(), i * 3 * area, 3 * area);
            System.arraycopy(weight, 0, batch.weight(), i * area, area);
        }
        return batch;
    }

    /** 0..1 of 8 bits. */
    public static float[] floats(byte[] crop) {
        float[] out = new float[crop.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (crop[i] & 0xff) / 255f;
        }
        return out;
    }

    private float[] bent(float[] picture, Random random) {
        double[] x = shifts(random);
        double[] y = shifts(random);
        int area = sizePx * sizePx;
        float[] out = new float[3 * area];
        for (int i = 0; i < area; i++) {
            double u = (i % sizePx) * (GRID - 1.0) / sizePx;
            double v = (double) (i / sizePx) * (GRID - 1.0) / sizePx;
            double px = Math.clamp(i % sizePx + between(x, u, v), 0, sizePx - 1.001);
            double py = Math.clamp(i / sizePx + between(y, u, v), 0, sizePx - 1.001);
            int at = (int) py * sizePx + (int) px;
            float fx = (float) (px - (int) px);
            float fy = (float) (py - (int) py);
            for (int c = 0; c < 3; c++) {
                int k = c * area + at;
                out[c * area + i] = (picture[k] * (1 - fx) + picture[k + 1] * fx) * (1 - fy)
                        + (picture[k + sizePx] * (1 - fx) + picture[k + sizePx + 1] * fx) * fy;
            }
        }
        return out;
    }

    private double[] shifts(Random random) {
        return random.doubles(GRID * GRID, -1, 1)
                .map(v -> v * Math.sqrt(3) * SHIFT * sizePx)
                .toArray();
    }

    private static double between(double[] grid, double u, double v) {
        int at = (int) v * GRID + (int) u;
        double fu = u - (int) u;
        double fv = v - (int) v;
        return (grid[at] * (1 - fu) + grid[at + 1] * fu) * (1 - fv)
                + (grid[at + GRID] * (1 - fu) + grid[at + GRID + 1] * fu) * fv;
    }

    /** Each colour brighter or darker, all of them of another contrast, and brighter from one side. */
    private float[] relit(float[] picture, Random random) {
        int area = sizePx * sizePx;
        double gamma = Math.exp(LIGHT * random.nextGaussian());
        double across = 2 * LIGHT * random.nextGaussian() / sizePx;
        double down = 2 * LIGHT * random.nextGaussian() / sizePx;
        double[] gain = random.doubles(3, -1, 1)
                .map(v -> Math.exp(Math.sqrt(3) * LIGHT * v))
                .toArray();
        for (int i = 0; i < picture.length; i++) {
            int x = i % sizePx - sizePx / 2;
            int y = i % area / sizePx - sizePx / 2;
            double light = Math.exp(across * x + down * y) * gain[i / area];
            picture[i] = (float) Math.min(1, light * Math.pow(picture[i], gamma));
        }
        return picture;
    }
}
