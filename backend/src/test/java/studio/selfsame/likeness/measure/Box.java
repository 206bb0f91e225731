package studio.selfsame.likeness.measure;

import studio.selfsame.media.VideoFrame;

/** An upright part of a picture, pixels; right and bottom are outside. */
public record Box(int left, int top, int right, int bottom) {
    private static final int LEAST = 16;

    public static Box whole(VideoFrame frame) {
        return new Box(0, 0, frame.widthPx(), frame.heightPx());
    }

    /** Around points, grown on each side by a share of its own width and height, kept inside the picture. */
    public static Box around(float[] x, float[] y, double growX, double growY, int widthPx, int heightPx) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        double moreX = Math.max(growX * (right - left), (LEAST - right + left) / 2);
        double moreY = Math.max(growY * (bottom - top), (LEAST - bottom + top) / 2);
        return new Box(
                (int) Math.clamp(Math.floor(left - moreX), 0, widthPx - LEAST),
                (int) Math.clamp(Math.floor(top - moreY), 0, heightPx - LEAST),
                (int) Math.clamp(Math.ceil(right + moreX), LEAST, widthPx),
                (int) Math.clamp(Math.ceil(bottom + moreY), LEAST, heightPx));
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    /** That part of the luma. */
    byte[] luma(VideoFrame frame) {
        byte[] out = new byte[width() * height()];
        for (int row = 0; row < height(); row++) {
            System.arraycopy(frame.y(), (top + row) * frame.widthPx() + left, out, row * width(), width());
        }
        return out;
    }
}
