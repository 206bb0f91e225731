package studio.selfsame.command.acceptance;

/** How far marked luma is from what it was: peak signal to noise ratio of the whole clip, mean structural similarity. */
final class Quality {
    private static final int WINDOW = 8;
    private static final int STRIDE = 4;
    /** Similarity is slow: every so many frames. */
    private static final int SAMPLED = 10;

    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private double square;
    private long samples;
    private int frames;
    private double similarity;
    private int compared;

    void add(byte[] before, byte[] after, int widthPx) {
        long sum = 0;
        for (int i = 0; i < before.length; i++) {
            int difference = (after[i] & 0xff) - (before[i] & 0xff);
            sum += (long) difference * difference;
        }
        square += sum;
        samples += before.length;
        if (frames++ % SAMPLED == 0) {
            similarity += ssim(before, after, widthPx);
            compared++;
        }
    }

    /** Against a peak of 255. */
    double psnrDb() {
        return 10 * Math.log10(255.0 * 255 * samples / Math.max(square, 1e-9));
    }

    double ssim() {
        return similarity / compared;
    }

    /** Wang et al. 2004, over windows of 8×8 with equal weights, every 4 pixels. */
    private static double ssim(byte[] a, byte[] b, int width) {
        int height = a.length / width;
        double total = 0;
        int windows = 0;
        for (int top = 0; top + WINDOW <= height; top += STRIDE) {
            for (int left = 0; left + WINDOW <= width; left += STRIDE) {
                total += window(a, b, top * width + left, width);
                windows++;
            }
        }
        return total / windows;
    }

    private static double window(byte[] a, byte[] b, int origin, int width) {
        int sumA = 0;
        int sumB = 0;
        int squareA = 0;
        int squareB = 0;
        int product = 0;
        for (int row = 0; row < WINDOW; row++) {
            for (int at = origin + row * width; at < origin + row * width + WINDOW; at++) {
                int x = a[at] & 0xff;
                int y = b[at] & 0xff;
                sumA += x;
                sumB += y;
                squareA += x * x;
                squareB += y * y;
                product += x * y;
            }
        }
        double count = WINDOW * WINDOW;
        double meanA = sumA / count;
        double meanB = sumB / count;
        double varianceA = squareA / count - meanA * meanA;
        double varianceB = squareB / count - meanB * meanB;
        double covariance = product / count - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
