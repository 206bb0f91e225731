package studio.selfsame.likeness.picture;

import java.util.stream.IntStream;

/**
 * A smooth gain per channel, in linear light, that gives a source the plate's colour and light. It is measured on the
 * ring of skin where the mask fades, and spread inwards by normalised convolution, so that both agree along the seam
 * and the inside keeps its own detail.
 *
 * <p>Source of the spreading: Knutsson and Westin, Normalized and differential convolution, CVPR 1993.
 */
public final class ColourMatch {
    public static final int GRID = 32;
    private static final float LIMIT = 0.8f;
    private static final float TOLERANCE = 0.3f;
    private static final double SPREAD = 4.5;

    private final float[] gain;
    private final FaceRegion region;

    private ColourMatch(float[] gain, FaceRegion region) {
        this.gain = gain;
        this.region = region;
    }

    /**
     * @param plate,source the same region of both, {@code 3×32×32}, gamma-coded
     * @param weight where to compare, {@code 32×32}, 0..1
     */
    public static ColourMatch of(float[] plate, float[] source, float[] weight, FaceRegion region) {
        int area = GRID * GRID;
        float[] gain = new float[3 * area];
        for (int c = 0; c < 3; c++) {
            float[] ratio = new float[area];
            for (int i = 0; i < area; i++) {
                ratio[i] = (float) Math.log(
                        (Colour.linear(plate[c * area + i]) + 0.004f) / (Colour.linear(source[c * area + i]) + 0.004f));
            }
            float usual = median(ratio, weight);
            float[] top = new float[area];
            float[] low = new float[area];
            for (int i = 0; i < area; i++) {
                // What differs unlike the rest is another thing (collar, hair, background): it has no say.
                float odd = (ratio[i] - usual) / TOLERANCE;
                float trust = weight[i] * (float) Math.exp(-odd * odd);
                top[i] = ratio[i] * trust;
                low[i] = trust;
            }
            top = blurred(top);
            low = blurred(low);
            for (int i = 0; i < area; i++) {
                gain[c * area + i] = (float) Math.exp(Math.clamp(top[i] / (low[i] + 1e-5f), -LIMIT, LIMIT));
            }
        }
        return new ColourMatch(gain, region);
    }

    /** Full weight where the mask fades, none where it is whole or absent. */
    public static float[] ring(MouthMask mask, FaceRegion region) {
        float[] weight = new float[GRID * GRID];
        for (int j = 0; j < GRID; j++) {
            for (int i = 0; i < GRID; i++) {
                double m = mask.at(region.x((i + 0.5) / GRID), region.y((j + 0.5) / GRID));
                weight[j * GRID + i] = (float) (4 * m * (1 - m));
            }
        }
        return weight;
    }

    /** Gains of the three channels at a point of stabilised space, bilinear. */
    void at(double x, double y, float[] gains) {
        float px = Math.clamp((float) (region.u(x) * GRID - 0.5), 0, GRID - 1.001f);
        float py = Math.clamp((float) (region.v(y) * GRID - 0.5), 0, GRID - 1.001f);
        int x0 = (int) px;
        int y0 = (int) py;
        float fx = px - x0;
        float fy = py - y0;
        for (int c = 0; c < 3; c++) {
            int at = c * GRID * GRID + y0 * GRID + x0;
            float upper = gain[at] * (1 - fx) + gain[at + 1] * fx;
            float lower = gain[at + GRID] * (1 - fx) + gain[at + GRID + 1] * fx;
            gains[c] = upper * (1 - fy) + lower * fy;
        }
    }

    /** Applies the gain to a crop {@code 3×N×N} of the same or another region, gamma-coded. */
    public float[] apply(float[] crop, FaceRegion cropRegion, int sizePx) {
        float[] out = new float[crop.length];
        int area = sizePx * sizePx;
        float[] gains = new float[3];
        for (int i = 0; i < area; i++) {
            double x = cropRegion.x((i % sizePx + 0.5) / sizePx);
            double y = cropRegion.y((i / sizePx + 0.5) / sizePx);
            at(x, y, gains);
            for (int c = 0; c < 3; c++) {
                out[c * area + i] = Colour.gamma(Colour.linear(crop[c * area + i]) * gains[c]);
            }
        }
        return out;
    }

    private static float median(float[] values, float[] weight) {
        double[] counted = IntStream.range(0, values.length)
                .filter(i -> weight[i] > 0.25f)
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        return counted.length == 0 ? 0 : (float) counted[counted.length / 2];
    }

    private static float[] blurred(float[] grid) {
        int half = (int) Math.ceil(3 * SPREAD);
        float[] kernel = new float[half + 1];
        for (int k = 0; k <= half; k++) {
            kernel[k] = (float) Math.exp(-k * k / (2 * SPREAD * SPREAD));
        }
        // Columns side by side: so it is compiled to vector instructions.
        return columns(turned(columns(turned(grid), kernel)), kernel);
    }

    private static float[] columns(float[] grid, float[] kernel) {
        float[] out = new float[grid.length];
        int half = kernel.length - 1;
        for (int y = 0; y < GRID; y++) {
            for (int k = Math.max(0, y - half); k <= Math.min(GRID - 1, y + half); k++) {
                float weight = kernel[Math.abs(k - y)];
                for (int x = 0; x < GRID; x++) {
                    out[y * GRID + x] += weight * grid[k * GRID + x];
                }
            }
        }
        return out;
    }

    private static float[] turned(float[] grid) {
        float[] out = new float[grid.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = grid[i % GRID * GRID + i / GRID];
        }
        return out;
    }
}
