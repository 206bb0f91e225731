package studio.selfsame.watermark;

/** Moves the points of a picture, bilinearly; what comes from outside is grey. */
final class PictureWarp {
    private static final byte GREY = 90;

    private PictureWarp() {}

    /** Where in the source a point of the result comes from, both in pixels from the respective centre. */
    @FunctionalInterface
    interface Origin {
        double[] of(double x, double y);
    }

    static byte[] warp(byte[] luma, int width, int height, int toWidth, int toHeight, Origin origin) {
        byte[] warped = new byte[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                double[] from = origin.of(x + 0.5 - toWidth / 2.0, y + 0.5 - toHeight / 2.0);
                warped[y * toWidth + x] =
                        at(luma, width, height, from[0] + width / 2.0 - 0.5, from[1] + height / 2.0 - 0.5);
            }
        }
        return warped;
    }

    private static byte at(byte[] luma, int width, int height, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
            return GREY;
        }
        int at = top * width + left;
        double upper = (luma[at] & 0xff) * (left + 1 - x) + (luma[at + 1] & 0xff) * (x - left);
        double lower = (luma[at + width] & 0xff) * (left + 1 - x) + (luma[at + width + 1] & 0xff) * (x - left);
        return (byte) Math.round(upper * (top + 1 - y) + lower * (y - top));
    }
}
