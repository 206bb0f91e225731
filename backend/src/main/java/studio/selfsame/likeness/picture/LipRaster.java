package studio.selfsame.likeness.picture;

import studio.selfsame.likeness.motion.LipShape;

/** Lips as a small picture, {@code N×N}: 0 skin, 0.5 the red of the lips, 1 between them. */
public final class LipRaster {
    private LipRaster() {}

    public static float[] of(LipShape lips, FaceRegion region, int sizePx) {
        float[] out = new float[sizePx * sizePx];
        add(lips.outer(), region, sizePx, out);
        add(lips.inner(), region, sizePx, out);
        return out;
    }

    /** Adds 0.5 inside the ring, four samples to the pixel. */
    private static void add(float[] ring, FaceRegion region, int sizePx, float[] out) {
        int n = ring.length / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        double left = sizePx;
        double right = 0;
        double top = sizePx;
        double bottom = 0;
        for (int i = 0; i < n; i++) {
            x[i] = region.u(ring[i]) * sizePx;
            y[i] = region.v(ring[n + i]) * sizePx;
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        for (int j = Math.max(0, (int) top); j <= Math.min(sizePx - 1, (int) bottom); j++) {
            for (int i = Math.max(0, (int) left); i <= Math.min(sizePx - 1, (int) right); i++) {
                for (int k = 0; k < 4; k++) {
                    if (inside(x, y, i + 0.25 + 0.5 * (k & 1), j + 0.25 + 0.5 * (k >> 1))) {
                        out[j * sizePx + i] += 0.125f;
                    }
                }
            }
        }
    }

    private static boolean inside(double[] x, double[] y, double px, double py) {
        boolean in = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                in = !in;
            }
        }
        return in;
    }
}
