package studio.selfsame.face;

import studio.selfsame.media.VideoFrame;

/** Cuts square patches out of frames, bilinear, averaging where the patch is much coarser than the frame. */
final class PatchSampler {
    // ITU-R BT.709, limited range.
    private static final float Y_SCALE = 255f / 219;
    private static final float V_TO_R = 1.5748f * 255 / 224;
    private static final float U_TO_G = 0.187324f * 255 / 224;
    private static final float V_TO_G = 0.468124f * 255 / 224;
    private static final float U_TO_B = 1.8556f * 255 / 224;

    private PatchSampler() {}

    /**
     * RGB, interleaved, 0..255.
     *
     * @param toFrame from patch pixels (centres at .5) to frame pixels
     * @return {@code size×size×3}
     */
    static float[] rgb(VideoFrame frame, Similarity toFrame, int size) {
        float[] patch = new float[size * size * 3];
        int steps = steps(toFrame);
        float weight = 1f / (steps * steps);
        int chromaWidth = frame.chromaWidthPx();
        int chromaHeight = frame.chromaHeightPx();
        int at = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float y = 0;
                float u = 0;
                float v = 0;
                for (int k = 0; k < steps * steps; k++) {
                    double px = column + (k % steps + 0.5) / steps;
                    double py = row + (k / steps + 0.5) / steps;
                    float x0 = (float) toFrame.x(px, py);
                    float y0 = (float) toFrame.y(px, py);
                    y += bilinear(frame.y(), frame.widthPx(), frame.heightPx(), x0 - 0.5f, y0 - 0.5f);
                    float cx = x0 / 2 - 0.5f;
                    float cy = y0 / 2 - 0.5f;
                    u += bilinear(frame.u(), chromaWidth, chromaHeight, cx, cy);
                    v += bilinear(frame.v(), chromaWidth, chromaHeight, cx, cy);
                }
                float luma = (y * weight - 16) * Y_SCALE;
                u = u * weight - 128;
                v = v * weight - 128;
                patch[at++] = clamp(luma + V_TO_R * v);
                patch[at++] = clamp(luma - U_TO_G * u - V_TO_G * v);
                patch[at++] = clamp(luma + U_TO_B * u);
            }
        }
        return patch;
    }

    /** Luma alone, 16..235; {@code size×size}. */
    static float[] luma(VideoFrame frame, Similarity toFrame, int size) {
        float[] patch = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float x = (float) toFrame.x(column + 0.5, row + 0.5) - 0.5f;
                float y = (float) toFrame.y(column + 0.5, row + 0.5) - 0.5f;
                patch[row * size + column] = bilinear(frame.y(), frame.widthPx(), frame.heightPx(), x, y);
            }
        }
        return patch;
    }

    private static int steps(Similarity toFrame) {
        return (int) Math.clamp(Math.round(toFrame.scale() / 1.5), 1, 8);
    }

    private static float bilinear(byte[] plane, int width, int height, float x, float y) {
        float cx = Math.min(Math.max(x, 0), width - 1);
        float cy = Math.min(Math.max(y, 0), height - 1);
        int x0 = (int) cx;
        int y0 = (int) cy;
        int right = x0 + 1 < width ? 1 : 0;
        int below = y0 + 1 < height ? width : 0;
        float fx = cx - x0;
        float fy = cy - y0;
        int at = y0 * width + x0;
        float top = (plane[at] & 0xff) + fx * ((plane[at + right] & 0xff) - (plane[at] & 0xff));
        int low = at + below;
        float bottom = (plane[low] & 0xff) + fx * ((plane[low + right] & 0xff) - (plane[low] & 0xff));
        return top + fy * (bottom - top);
    }

    private static float clamp(float value) {
        return Math.min(Math.max(value, 0), 255);
    }
}
