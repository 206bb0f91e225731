package studio.selfsame.likeness.picture;

import studio.selfsame.media.VideoFrame;

/** Reads a planar YUV 4:2:0 picture between its pixels, in pixel-centre coordinates of the frame it comes from. */
final class YuvSampler {
    private final byte[] y;
    private final int yOffset;
    private final byte[] u;
    private final int uOffset;
    private final byte[] v;
    private final int vOffset;
    private final int width;
    private final int height;
    private final double left;
    private final double top;
    private final double reduction;

    YuvSampler(
            byte[] y,
            int yOffset,
            byte[] u,
            int uOffset,
            byte[] v,
            int vOffset,
            int width,
            int height,
            double left,
            double top,
            double reduction) {
        this.y = y;
        this.yOffset = yOffset;
        this.u = u;
        this.uOffset = uOffset;
        this.v = v;
        this.vOffset = vOffset;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.reduction = reduction;
    }

    static YuvSampler of(VideoFrame f) {
        return new YuvSampler(f.y(), 0, f.u(), 0, f.v(), 0, f.widthPx(), f.heightPx(), 0, 0, 1);
    }

    /** Luma by Catmull–Rom: stays sharp where a bilinear read would blur. */
    float luma(double frameX, double frameY) {
        double px = (frameX - left + 0.5) / reduction - 0.5;
        double py = (frameY - top + 0.5) / reduction - 0.5;
        int x0 = (int) Math.floor(px);
        int y0 = (int) Math.floor(py);
        float fx = (float) (px - x0);
        float fy = (float) (py - y0);
        float wx0 = outer(1 + fx);
        float wx1 = inner(fx);
        float wx2 = inner(1 - fx);
        float wx3 = outer(2 - fx);
        float upper;
        float high;
        float low;
        float lower;
        if (x0 >= 1 && x0 < width - 2 && y0 >= 1 && y0 < height - 2) {
            int at = yOffset + (y0 - 1) * width + x0 - 1;
            upper = line(at, wx0, wx1, wx2, wx3);
            high = line(at + width, wx0, wx1, wx2, wx3);
            low = line(at + 2 * width, wx0, wx1, wx2, wx3);
            lower = line(at + 3 * width, wx0, wx1, wx2, wx3);
        } else {
            upper = edge(x0, y0 - 1, wx0, wx1, wx2, wx3);
            high = edge(x0, y0, wx0, wx1, wx2, wx3);
            low = edge(x0, y0 + 1, wx0, wx1, wx2, wx3);
            lower = edge(x0, y0 + 2, wx0, wx1, wx2, wx3);
        }
        float sum = outer(1 + fy) * upper + inner(fy) * high + inner(1 - fy) * low + outer(2 - fy) * lower;
        return Math.clamp(sum, 0, 255);
    }

    private float line(int at, float w0, float w1, float w2, float w3) {
        return w0 * (y[at] & 0xff) + w1 * (y[at + 1] & 0xff) + w2 * (y[at + 2] & 0xff) + w3 * (y[at + 3] & 0xff);
    }

    private float edge(int x0, int row, float w0, float w1, float w2, float w3) {
        int from = yOffset + Math.clamp(row, 0, height - 1) * width;
        return w0 * at(y, from, x0 - 1, width)
                + w1 * at(y, from, x0, width)
                + w2 * at(y, from, x0 + 1, width)
                + w3 * at(y, from, x0 + 2, width);
    }

    /** Blue difference, bilinear; chroma is taken to lie in the middle of its four luma pixels. */
    float u(double frameX, double frameY) {
        return chroma(u, uOffset, frameX, frameY);
    }

    float v(double frameX, double frameY) {
        return chroma(v, vOffset, frameX, frameY);
    }

    private float chroma(byte[] plane, int offset, double frameX, double frameY) {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        double px = (frameX - left + 0.5) / (2 * reduction) - 0.5;
        double py = (frameY - top + 0.5) / (2 * reduction) - 0.5;
        int x0 = (int) Math.floor(px);
        int y0 = (int) Math.floor(py);
        float fx = (float) (px - x0);
        float fy = (float) (py - y0);
        int upper = offset + Math.clamp(y0, 0, h - 1) * w;
        int lower = offset + Math.clamp(y0 + 1, 0, h - 1) * w;
        float a = at(plane, upper, x0, w) * (1 - fx) + at(plane, upper, x0 + 1, w) * fx;
        float b = at(plane, lower, x0, w) * (1 - fx) + at(plane, lower, x0 + 1, w) * fx;
        return a * (1 - fy) + b * fy;
    }

    private static float at(byte[] plane, int row, int x, int width) {
        return plane[row + Math.clamp(x, 0, width - 1)] & 0xff;
    }

    /** Weight of the two nearer pixels, by their distance 0..1. */
    private static float inner(float d) {
        return (1.5f * d - 2.5f) * d * d + 1;
    }

    /** Weight of the two farther pixels, by their distance 1..2. */
    private static float outer(float d) {
        return ((-0.5f * d + 2.5f) * d - 4) * d + 2;
    }
}
