package studio.selfsame.likeness;

import java.util.Random;
import studio.selfsame.likeness.picture.FaceRegion;

/**
 * How an example is varied, so that a network of a few hundred frames learns what to correct and not the frames themselves:
 * seen through a slightly other window, in a slightly other light, and with what was retrieved in yet another.
 *
 * @param seen what the network's pictures show
 * @param light gain of red, green and blue of everything, gamma-coded
 * @param slope how much brighter it gets to the right and downwards, from edge to edge
 * @param ownLight gain of red, green and blue of what was retrieved, besides
 */
record Variation(FaceRegion seen, float[] light, float[] slope, float[] ownLight) {
    private static final double SHIFT = 0.04;
    private static final double SCALE = 0.06;
    private static final double LIGHT = 0.06;
    private static final double SLOPE = 0.08;
    private static final double OWN_LIGHT = 0.02;

    static Variation none(FaceRegion region) {
        return new Variation(region, new float[] {1, 1, 1}, new float[2], new float[] {1, 1, 1});
    }

    static Variation random(FaceRegion region, Random random) {
        double side = region.side() * (1 + SCALE * (2 * random.nextDouble() - 1));
        double moveX = SHIFT * (2 * random.nextDouble() - 1);
        double moveY = SHIFT * (2 * random.nextDouble() - 1);
        double grown = (side - region.side()) / 2;
        FaceRegion seen = new FaceRegion(region.left() - grown + moveX, region.top() - grown + moveY, side);
        float[] light = gains(LIGHT, random);
        float[] slope = {(float) (SLOPE * random.nextGaussian()), (float) (SLOPE * random.nextGaussian())};
        return new Variation(seen, light, slope, gains(OWN_LIGHT, random));
    }

    /** Mostly of brightness, a third of it of colour. */
    private static float[] gains(double spread, Random random) {
        double all = spread * random.nextGaussian();
        float[] gains = new float[3];
        for (int c = 0; c < 3; c++) {
            gains[c] = (float) Math.exp(all + spread / 3 * random.nextGaussian());
        }
        return gains;
    }

    /** In place, {@code 3×S×S}. */
    void relight(float[] picture, int sizePx, boolean retrieved) {
        int area = sizePx * sizePx;
        for (int i = 0; i < area; i++) {
            float across = slope[0] * ((i % sizePx + 0.5f) / sizePx - 0.5f);
            float down = slope[1] * ((i / sizePx + 0.5f) / sizePx - 0.5f);
            for (int c = 0; c < 3; c++) {
                float gain = light[c] * (1 + across + down) * (retrieved ? ownLight[c] : 1);
                picture[c * area + i] = Math.clamp(picture[c * area + i] * gain, 0, 1);
            }
        }
    }
}
