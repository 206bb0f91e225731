package studio.selfsame.watermark;

/** What happens to pictures on their way, without a codec: shrinking, blurring, coarse block transforms. */
final class PictureAttacks {
    private static final int BLOCK = 8;
    private static final double[][] BASIS = basis();

    private PictureAttacks() {}

    /** Half size by averaging. */
    static byte[] half(byte[] luma, int width, int height) {
        byte[] small = new byte[width / 2 * (height / 2)];
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                int at = 2 * y * width + 2 * x;
                int sum = (luma[at] & 0xff)
                        + (luma[at + 1] & 0xff)
                        + (luma[at + width] & 0xff)
                        + (luma[at + width + 1] & 0xff);
                small[y * (width / 2) + x] = (byte) ((sum + 2) / 4);
            }
        }
        return small;
    }

    /** A 3×3 binomial blur. */
    static byte[] blur(byte[] luma, int width, int height) {
        byte[] blurred = luma.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = 0;
                for (int i = -1; i <= 1; i++) {
                    int at = (y + i) * width + x;
                    int line = (luma[at - 1] & 0xff) + 2 * (luma[at] & 0xff) + (luma[at + 1] & 0xff);
                    sum += i == 0 ? 2 * line : line;
                }
                blurred[y * width + x] = (byte) ((sum + 8) / 16);
            }
        }
        return blurred;
    }

    /** Every 8×8 block through a cosine transform whose coefficients are rounded to multiples of {@code step}. */
    static byte[] quantise(byte[] luma, int width, int height, double step) {
        byte[] coarse = luma.clone();
        double[][] block = new double[BLOCK][BLOCK];
        for (int top = 0; top + BLOCK <= height; top += BLOCK) {
            for (int left = 0; left + BLOCK <= width; left += BLOCK) {
                for (int i = 0; i < BLOCK * BLOCK; i++) {
                    block[i / BLOCK][i % BLOCK] = luma[(top + i / BLOCK) * width + left + i % BLOCK] & 0xff;
                }
                double[][] spectrum = product(product(BASIS, block), transposed(BASIS));
                for (int i = 0; i < BLOCK * BLOCK; i++) {
                    spectrum[i / BLOCK][i % BLOCK] = step * Math.rint(spectrum[i / BLOCK][i % BLOCK] / step);
                }
                double[][] back = product(product(transposed(BASIS), spectrum), BASIS);
                for (int i = 0; i < BLOCK * BLOCK; i++) {
                    coarse[(top + i / BLOCK) * width + left + i % BLOCK] =
                            (byte) Math.clamp(Math.round(back[i / BLOCK][i % BLOCK]), 0, 255);
                }
            }
        }
        return coarse;
    }

    private static double[][] basis() {
        double[][] basis = new double[BLOCK][BLOCK];
        for (int k = 0; k < BLOCK; k++) {
            for (int i = 0; i < BLOCK; i++) {
                basis[k][i] = Math.sqrt((k == 0 ? 1.0 : 2.0) / BLOCK) * Math.cos(Math.PI * (i + 0.5) * k / BLOCK);
            }
        }
        return basis;
    }

    private static double[][] transposed(double[][] a) {
        double[][] t = new double[BLOCK][BLOCK];
        for (int i = 0; i < BLOCK * BLOCK; i++) {
            t[i % BLOCK][i / BLOCK] = a[i / BLOCK][i % BLOCK];
        }
        return t;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[BLOCK][BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            for (int k = 0; k < BLOCK; k++) {
                for (int j = 0; j < BLOCK; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }
}
