package studio.selfsame.likeness.net;

import java.util.Random;

/**
 * Makes a crop unlike how it was filmed but for what is done in it: bent a little, in another light, blurred and grainy as
 * by a small camera. So the encoder must find where things are and how they move, and cannot tell the look by the rest.
 *
 * <p>Source of the bending: the random warp of a 5×5 grid of 2017's face swapping tools (see {@link AutoencoderNet}).
 */
public final class Disguise {
    private static final int GRID = 5;
    /** Standard deviations: of a grid point's shift in sides of the picture, and of light as a factor. */
    private static final double SHIFT = 0.008;

    private static final double LIGHT = 0.06;
    /** Most: standard deviation of grain, full scale; blurs by a 3×3 mean. */
    private static final double GRAIN = 0.04;

    private static final int BLURS = 3;

    private final int sizePx;

    public Disguise(int sizePx) {
        this.sizePx = sizePx;
    }

    /** A copy of {@code picture}, {@code 3×S×S}, gamma-coded 0..1; the same random numbers give the same. */
    public float[] of(float[] picture, Random random) {
        float[] out = relit(bent(picture, random), random);
        for (int blurs = random.nextInt(BLURS); blurs > 0; blurs--) {
            out = blurred(out);
        }
        double grain = GRAIN * random.nextDouble();
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.clamp(out[i] + grain * random.nextGaussian(), 0, 1);
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

    private float[] blurred(float[] picture) {
        float[] out = new float[picture.length];
        int area = sizePx * sizePx;
        for (int i = 0; i < out.length; i++) {
            int x = i % sizePx;
            int y = i % area / sizePx;
            float sum = 0;
            for (int k = 0; k < 9; k++) {
                int px = Math.clamp(x + k % 3 - 1, 0, sizePx - 1);
                int py = Math.clamp(y + k / 3 - 1, 0, sizePx - 1);
                sum += picture[i / area * area + py * sizePx + px];
            }
            out[i] = sum / 9;
        }
        return out;
    }
}
