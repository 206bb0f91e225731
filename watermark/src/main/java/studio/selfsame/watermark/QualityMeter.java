package studio.selfsame.watermark;

/** How far a changed picture is from the original, as the literature measures it. */
public final class QualityMeter {
    private static final int BLOCK = 8;
    private static final int STEP = 4;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private QualityMeter() {}

    /** Mean square difference of two planes of one size, in squared 8-bit levels. */
    public static double squareError(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += difference * difference;
        }
        return sum / a.length;
    }

    /** Peak signal to noise ratio in decibels, against a peak of 255. */
    public static double psnr(double squareError) {
        return 10 * Math.log10(255 * 255 / squareError);
    }

    /**
     * Structural similarity, 1 for equal pictures (Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error
     * visibility to structural similarity", IEEE Trans. Image Processing 13, 2004), mean over blocks of 8×8 every 4 pixels.
     *
     * @param a 8-bit luma, width × height without padding; {@code b} likewise
     * @param width of both, in pixels, at least 8
     * @param height of both, in pixels, at least 8
     */
    public static double ssim(byte[] a, byte[] b, int width, int height) {
        double sum = 0;
        int blocks = 0;
        for (int top = 0; top + BLOCK <= height; top += STEP) {
            for (int left = 0; left + BLOCK <= width; left += STEP) {
                sum += block(a, b, top * width + left, width);
                blocks++;
            }
        }
        return sum / blocks;
    }

    private static double block(byte[] a, byte[] b, int from, int width) {
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < BLOCK; x++) {
                double p = a[from + y * width + x] & 0xff;
                double q = b[from + y * width + x] & 0xff;
                sumA += p;
                sumB += q;
                squareA += p * p;
                squareB += q * q;
                product += p * q;
            }
        }
        double count = BLOCK * BLOCK;
        double meanA = sumA / count;
        double meanB = sumB / count;
        double covariance = product / count - meanA * meanB;
        double variances = squareA / count - meanA * meanA + squareB / count - meanB * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
    }
}
