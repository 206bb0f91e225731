package studio.selfsame.media;

/**
 * Between {@link VideoFrame} (I420, BT.709, limited range) and {@link RgbImage} (sRGB bytes; transfer curves are taken as
 * equal, as players do). Chroma is averaged down 2×2 and read back at its own block.
 */
public final class ColourConversion {
    // ITU-R BT.709, luma 16..235, chroma 16..240, in 16.16 fixed point.
    private static final int ONE = 1 << 16;
    private static final double KR = 0.2126;
    private static final double KB = 0.0722;
    private static final double KG = 1 - KR - KB;
    private static final int Y_SCALE = fixed(255.0 / 219);
    private static final int V_TO_R = fixed(2 * (1 - KR) * 255 / 224);
    private static final int U_TO_B = fixed(2 * (1 - KB) * 255 / 224);
    private static final int U_TO_G = fixed(2 * (1 - KB) * KB / KG * 255 / 224);
    private static final int V_TO_G = fixed(2 * (1 - KR) * KR / KG * 255 / 224);
    private static final int R_TO_Y = fixed(KR * 219 / 255);
    private static final int G_TO_Y = fixed(KG * 219 / 255);
    private static final int B_TO_Y = fixed(KB * 219 / 255);
    private static final double U_SCALE = 224.0 / 255 / (2 * (1 - KB));
    private static final double V_SCALE = 224.0 / 255 / (2 * (1 - KR));

    private ColourConversion() {}

    /** @return {@code H×W×3} sRGB */
    public static RgbImage toRgb(VideoFrame frame) {
        int width = frame.widthPx();
        int height = frame.heightPx();
        byte[] rgb = new byte[width * height * 3];
        int at = 0;
        for (int row = 0; row < height; row++) {
            int luma = row * width;
            int chroma = (row / 2) * frame.chromaWidthPx();
            for (int column = 0; column < width; column++) {
                int y = ((frame.y()[luma + column] & 0xff) - 16) * Y_SCALE + ONE / 2;
                int u = (frame.u()[chroma + column / 2] & 0xff) - 128;
                int v = (frame.v()[chroma + column / 2] & 0xff) - 128;
                rgb[at++] = clamp((y + V_TO_R * v) >> 16);
                rgb[at++] = clamp((y - U_TO_G * u - V_TO_G * v) >> 16);
                rgb[at++] = clamp((y + U_TO_B * u) >> 16);
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** @return I420; odd sizes keep their last column and row, their chroma block is smaller */
    public static VideoFrame toFrame(RgbImage image, long presentationTimeUs) {
        int width = image.widthPx();
        int height = image.heightPx();
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        byte[] y = new byte[width * height];
        byte[] rgb = image.rgb();
        for (int i = 0; i < y.length; i++) {
            int luma =
                    R_TO_Y * (rgb[3 * i] & 0xff) + G_TO_Y * (rgb[3 * i + 1] & 0xff) + B_TO_Y * (rgb[3 * i + 2] & 0xff);
            y[i] = (byte) (16 + ((luma + ONE / 2) >> 16));
        }
        byte[] u = new byte[chromaWidth * chromaHeight];
        byte[] v = new byte[chromaWidth * chromaHeight];
        for (int row = 0; row < chromaHeight; row++) {
            for (int column = 0; column < chromaWidth; column++) {
                double r = 0;
                double g = 0;
                double b = 0;
                int count = 0;
                for (int dy = 0; dy < 2 && 2 * row + dy < height; dy++) {
                    for (int dx = 0; dx < 2 && 2 * column + dx < width; dx++) {
                        int at = 3 * ((2 * row + dy) * width + 2 * column + dx);
                        r += rgb[at] & 0xff;
                        g += rgb[at + 1] & 0xff;
                        b += rgb[at + 2] & 0xff;
                        count++;
                    }
                }
                double luma = KR * r + KG * g + KB * b;
                int at = row * chromaWidth + column;
                u[at] = (byte) Math.round(128 + (b - luma) / count * U_SCALE);
                v[at] = (byte) Math.round(128 + (r - luma) / count * V_SCALE);
            }
        }
        return new VideoFrame(width, height, presentationTimeUs, y, u, v);
    }

    private static int fixed(double value) {
        return (int) Math.round(value * ONE);
    }

    private static byte clamp(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
