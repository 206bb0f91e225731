package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody without the key can learn by averaging: a frame less its own blur, clipped, averaged over the whole clip, or
 * over each half second of it, or folded besides into the tile that repeats best.
 */
final class Residuals {
    /** The blur is of 5×5. */
    private static final int REACH = 2;

    private static final int CLIP = 6;
    private static final long EPOCH_US = 500_000;
    private static final int SMALLEST_TILE = 16;

    private final int width;
    private final int height;
    private final List<float[]> fields;

    private Residuals(int width, int height, List<float[]> fields) {
        this.width = width;
        this.height = height;
        this.fields = fields;
    }

    /** @param epochs one estimate for each half second rather than one for the clip */
    static Residuals of(Path file, boolean epochs) throws IOException {
        try (GrayFrames frames = new GrayFrames(file)) {
            int width = frames.widthPx();
            List<float[]> sums = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            byte[] luma = new byte[width * frames.heightPx()];
            while (frames.next(luma)) {
                int epoch = epochs ? (int) (frames.timeUs() / EPOCH_US) : 0;
                if (epoch == sums.size()) {
                    sums.add(new float[luma.length]);
                    counts.add(0);
                }
                add(luma, width, sums.get(epoch));
                counts.set(epoch, counts.get(epoch) + 1);
            }
            for (int epoch = 0; epoch < sums.size(); epoch++) {
                float[] sum = sums.get(epoch);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] /= counts.get(epoch);
                }
            }
            return new Residuals(width, frames.heightPx(), sums);
        }
    }

    private static void add(byte[] luma, int width, float[] sum) {
        int height = luma.length / width;
        int[] down = new int[width];
        for (int y = REACH; y < height - REACH; y++) {
            Arrays.fill(down, 0);
            for (int row = y - REACH; row <= y + REACH; row++) {
                for (int x = 0; x < width; x++) {
                    down[x] += luma[row * width + x] & 0xff;
                }
            }
            for (int x = REACH; x < width - REACH; x++) {
                int around = down[x - 2] + down[x - 1] + down[x] + down[x + 1] + down[x + 2];
                int at = y * width + x;
                float difference = (luma[at] & 0xff) - around / 25f;
                sum[at] += Math.clamp(difference, -CLIP, CLIP);
            }
        }
    }

    /** The same, folded into the square tile that keeps most of its power, and laid out again. */
    Residuals folded() {
        List<float[]> all = new ArrayList<>();
        for (float[] field : fields) {
            float[] best = field;
            double most = 0;
            for (int tile = SMALLEST_TILE; tile <= height / 2; tile += SMALLEST_TILE / 2) {
                float[] folded = fold(field, tile);
                // noise alone keeps one part in so many as there are copies
                double gain = power(folded) * (width / tile) * (height / tile);
                if (gain > most) {
                    most = gain;
                    best = folded;
                }
            }
            all.add(best);
        }
        return new Residuals(width, height, all);
    }

    private float[] fold(float[] field, int tile) {
        float[] sum = new float[tile * tile];
        int[] count = new int[tile * tile];
        for (int i = 0; i < field.length; i++) {
            int at = i / width % tile * tile + i % width % tile;
            sum[at] += field[i];
            count[at]++;
        }
        float[] laid = new float[field.length];
        for (int i = 0; i < field.length; i++) {
            int at = i / width % tile * tile + i % width % tile;
            laid[i] = sum[at] / count[at];
        }
        return laid;
    }

    private static double power(float[] field) {
        double sum = 0;
        for (float value : field) {
            sum += value * value;
        }
        return sum;
    }

    /** Takes so many times the estimate for this time away from a frame. */
    void subtract(byte[] luma, long timeUs, double strength) {
        float[] field = fields.get(Math.min(fields.size() - 1, (int) (timeUs / EPOCH_US)));
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.clamp(Math.round((luma[i] & 0xff) - strength * field[i]), 0, 255);
        }
    }
}
