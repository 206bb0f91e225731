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

    /** Samples along each side of a patch pixel: more would only cost time. */
    private static final int MOST_STEPS = 5;

    private PatchSampler() {}

    /**
     * RGB, interleaved, 0..255.
     *
     * @param toFrame from patch pixels (centres at .5) to frame pixels
     * @return {@code size×size×3}
     */
    static float[] rgb(VideoFrame frame, Similarity toFrame, int size) {
        float[] y = plane(frame.y(), frame.widthPx(), frame.heightPx(), toFrame, size);
        Similarity toChroma = new Similarity(toFrame.a() / 2, toFrame.b() / 2, toFrame.tx() / 2, toFrame.ty() / 2);
        float[] u = plane(frame.u(), frame.chromaWidthPx(), frame.chromaHeightPx(), toChroma, size);
        float[] v = plane(frame.v(), frame.chromaWidthPx(), frame.chromaHeightPx(), toChroma, size);
        float[] patch = new float[size * size * 3];
        for (int i = 0; i < y.length; i++) {
            float luma = (y[i] - 16) * Y_SCALE;
            float blue = u[i] - 128;
            float red = v[i] - 128;
            patch[3 * i] = clamp(luma + V_TO_R * red);
            patch[3 * i + 1] = clamp(luma - U_TO_G * blue - V_TO_G * red);
            patch[3 * i + 2] = clamp(luma + U_TO_B * blue);
        }
        return patch;
    }

    private static float[] plane(byte[] plane, int width, int height, Similarity toPlane, int size) {
        int steps = (int) Math.clamp(Math.round(toPlane.scale() / 1.5), 1, MOST_STEPS);
        float weight = 1f / (steps * steps);
        if (toPlane.b() == 0) {
            return upright(plane, width, height, toPlane, size, steps);
        }
        float[] patch = new float[size * size];
        // from one sample to the next along a row of the patch
        float alongX = (float) (toPlane.a() / steps);
        float alongY = (float) (toPlane.b() / steps);
        for (int row = 0; row < size; row++) {
            for (int part = 0; part < steps; part++) {
                double py = row + (part + 0.5) / steps;
                float startX = (float) toPlane.x(0.5 / steps, py) - 0.5f;
                float startY = (float) toPlane.y(0.5 / steps, py) - 0.5f;
                for (int k = 0; k < size * steps; k++) {
                    float value = bilinear(plane, width, height, startX + k * alongX, startY + k * alongY);
                    patch[row * size + k / steps] += weight * value;
                }
            }
        }
        return patch;
    }

    /** The same where rows of the patch lie along those of the plane: what is alike in all rows is worked out once. */
    private static float[] upright(byte[] plane, int width, int height, Similarity toPlane, int size, int steps) {
        float weight = 1f / (steps * steps);
        float[] patch = new float[size * size];
        float alongX = (float) (toPlane.a() / steps);
        float startX = (float) toPlane.x(0.5 / steps, 0) - 0.5f;
        int[] left = new int[size * steps];
        int[] right = new int[size * steps];
        float[] fx = new float[size * steps];
        for (int k = 0; k < left.length; k++) {
            float x = Math.min(Math.max(startX + k * alongX, 0), width - 1);
            left[k] = (int) x;
            right[k] = Math.min(left[k] + 1, width - 1);
            fx[k] = x - left[k];
        }
        for (int row = 0; row < size * steps; row++) {
            float y = (float) toPlane.y(0, (row + 0.5) / steps) - 0.5f;
            float cy = Math.min(Math.max(y, 0), height - 1);
            int top = (int) cy * width;
            int bottom = Math.min((int) cy + 1, height - 1) * width;
            float fy = cy - (int) cy;
            for (int column = 0, k = 0; column < size; column++) {
                float sum = 0;
                for (int end = k + steps; k < end; k++) {
                    float above = between(plane, top + left[k], top + right[k], fx[k]);
                    sum += above + fy * (between(plane, bottom + left[k], bottom + right[k], fx[k]) - above);
                }
                patch[row / steps * size + column] += weight * sum;
            }
        }
        return patch;
    }

    private static float between(byte[] plane, int one, int other, float share) {
        return (plane[one] & 0xff) + share * ((plane[other] & 0xff) - (plane[one] & 0xff));
    }

    /** Luma alone, 16..235, averaged where the patch is coarser than the frame; {@code size×size}. */
    static float[] calmLuma(VideoFrame frame, Similarity toFrame, int size) {
        return plane(frame.y(), frame.widthPx(), frame.heightPx(), toFrame, size);
    }

    /** Luma alone, 16..235, as it stands at the patch's pixels; {@code size×size}. */
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

    /** V of the chroma at a point of the frame, less 128. */
    static float red(VideoFrame frame, double x, double y) {
        float column = (float) (x / 2 - 0.5);
        float row = (float) (y / 2 - 0.5);
        return bilinear(frame.v(), frame.chromaWidthPx(), frame.chromaHeightPx(), column, row) - 128;
    }

    /** Luma at a point of the frame. */
    static float luma(VideoFrame frame, double x, double y) {
        return bilinear(frame.y(), frame.widthPx(), frame.heightPx(), (float) x - 0.5f, (float) y - 0.5f);
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
