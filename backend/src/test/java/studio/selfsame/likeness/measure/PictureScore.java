package studio.selfsame.likeness.measure;

import java.util.List;
import studio.selfsame.media.ColourConversion;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.watermark.QualityMeter;

/**
 * One drawn picture, or a part of it, beside the real one.
 *
 * @param psnrDb over red, green and blue, against a peak of 255
 * @param ssim of the luma
 * @param gmsd gradient magnitude similarity deviation of the luma, 0 for equal pictures: a perceptual distance (Xue, Zhang,
 *     Mou and Bovik, "Gradient magnitude similarity deviation", IEEE Trans. Image Processing 23, 2014)
 */
public record PictureScore(double psnrDb, double ssim, double gmsd) {
    private static final double LEAST_ERROR = 0.05;
    private static final double C = 170;

    public static PictureScore of(VideoFrame drawn, VideoFrame real, Box part) {
        byte[] a = ColourConversion.toRgb(drawn).rgb();
        byte[] b = ColourConversion.toRgb(real).rgb();
        double sum = 0;
        for (int y = part.top(); y < part.bottom(); y++) {
            for (int at = 3 * (y * real.widthPx() + part.left()); at < 3 * (y * real.widthPx() + part.right()); at++) {
                double e = (a[at] & 0xff) - (b[at] & 0xff);
                sum += e * e;
            }
        }
        double error = Math.max(LEAST_ERROR, sum / (3.0 * part.width() * part.height()));
        byte[] p = part.luma(drawn);
        byte[] q = part.luma(real);
        return new PictureScore(
                QualityMeter.psnr(error),
                QualityMeter.ssim(p, q, part.width(), part.height()),
                gmsd(p, q, part.width(), part.height()));
    }

    public static PictureScore mean(List<PictureScore> all) {
        return new PictureScore(
                all.stream().mapToDouble(PictureScore::psnrDb).average().orElse(0),
                all.stream().mapToDouble(PictureScore::ssim).average().orElse(0),
                all.stream().mapToDouble(PictureScore::gmsd).average().orElse(0));
    }

    /** Prewitt gradients of pictures halved by a 2×2 mean, as the paper has it. */
    private static double gmsd(byte[] a, byte[] b, int width, int height) {
        int w = width / 2;
        int h = height / 2;
        double[] p = halved(a, width, w, h);
        double[] q = halved(b, width, w, h);
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                double m = gradient(p, y * w + x, w);
                double k = gradient(q, y * w + x, w);
                double similarity = (2 * m * k + C) / (m * m + k * k + C);
                sum += similarity;
                squares += similarity * similarity;
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
    }

    private static double[] halved(byte[] luma, int width, int w, int h) {
        double[] out = new double[w * h];
        for (int i = 0; i < out.length; i++) {
            int at = 2 * (i / w) * width + 2 * (i % w);
            out[i] = ((luma[at] & 0xff)
                            + (luma[at + 1] & 0xff)
                            + (luma[at + width] & 0xff)
                            + (luma[at + width + 1] & 0xff))
                    / 4.0;
        }
        return out;
    }

    private static double gradient(double[] v, int at, int w) {
        double gx = (v[at - w + 1] + v[at + 1] + v[at + w + 1] - v[at - w - 1] - v[at - 1] - v[at + w - 1]) / 3;
        double gy = (v[at + w - 1] + v[at + w] + v[at + w + 1] - v[at - w - 1] - v[at - w] - v[at - w + 1]) / 3;
        return Math.hypot(gx, gy);
    }
}
