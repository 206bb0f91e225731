package studio.selfsame.likeness.picture;

import studio.selfsame.media.VideoFrame;

/**
 * Untouched pixels around one mouth: a square cut from a frame, axis-aligned, planar YUV 4:2:0.
 *
 * @param leftPx,topPx where it was cut, even; may reach over the frame's edge, then the edge pixels repeat
 * @param sidePx of the square in the frame, a multiple of {@code 2·reduction}
 * @param reduction 1 keeps every pixel; n averages n×n blocks (very large pictures)
 * @param yuv luma then both chroma planes, {@code (side/reduction)² · 3/2} bytes
 */
public record Patch(int leftPx, int topPx, int sidePx, int reduction, byte[] yuv) {
    public static int bytes(int sidePx, int reduction) {
        int side = sidePx / reduction;
        return side * side * 3 / 2;
    }

    public static Patch cut(VideoFrame frame, int leftPx, int topPx, int sidePx, int reduction) {
        byte[] out = new byte[bytes(sidePx, reduction)];
        int side = sidePx / reduction;
        plane(frame.y(), frame.widthPx(), frame.heightPx(), leftPx, topPx, side, reduction, out, 0);
        int half = side / 2;
        int cw = frame.chromaWidthPx();
        int ch = frame.chromaHeightPx();
        plane(frame.u(), cw, ch, leftPx / 2, topPx / 2, half, reduction, out, side * side);
        plane(frame.v(), cw, ch, leftPx / 2, topPx / 2, half, reduction, out, side * side + half * half);
        return new Patch(leftPx, topPx, sidePx, reduction, out);
    }

    private static void plane(
            byte[] from, int width, int height, int left, int top, int side, int reduction, byte[] to, int offset) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int sum = 0;
                for (int j = 0; j < reduction; j++) {
                    int row = Math.clamp(top + y * reduction + j, 0, height - 1) * width;
                    for (int i = 0; i < reduction; i++) {
                        sum += from[row + Math.clamp(left + x * reduction + i, 0, width - 1)] & 0xff;
                    }
                }
                to[offset + y * side + x] = (byte) (sum / (reduction * reduction));
            }
        }
    }

    /** The whole patch as a picture to sample, in coordinates of the frame it was cut from. */
    YuvSampler sampler() {
        int side = sidePx / reduction;
        return new YuvSampler(
                yuv, 0, yuv, side * side, yuv, side * side + side * side / 4, side, side, leftPx, topPx, reduction);
    }

    @Override
    public String toString() {
        return "Patch[" + sidePx + " px]";
    }
}
