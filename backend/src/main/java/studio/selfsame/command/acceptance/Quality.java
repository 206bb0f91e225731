package studio.selfsame.command.acceptance;

import studio.selfsame.watermark.QualityMeter;

/** How far marked luma is from what it was: peak signal to noise ratio of the whole clip, mean structural similarity. */
final class Quality {
    /** Similarity is slow: every so many frames. */
    private static final int SAMPLED = 10;

    private double square;
    private long samples;
    private int frames;
    private double similarity;
    private int compared;

    void add(byte[] before, byte[] after, int widthPx) {
        square += before.length * QualityMeter.squareError(before, after);
        samples += before.length;
        if (frames++ % SAMPLED == 0) {
            similarity += QualityMeter.ssim(before, after, widthPx, before.length / widthPx);
            compared++;
        }
    }

    /** Against a peak of 255. */
    double psnrDb() {
        return QualityMeter.psnr(Math.max(square, 1e-9) / samples);
    }

    double ssim() {
        return similarity / compared;
    }
}
