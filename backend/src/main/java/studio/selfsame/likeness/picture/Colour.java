package studio.selfsame.likeness.picture;

/** BT.709 limited-range YUV, gamma-coded RGB 0..1, and linear light 0..1. */
public final class Colour {
    private static final int STEPS = 4096;
    private static final float[] TO_LINEAR = new float[STEPS + 1];
    private static final float[] TO_GAMMA = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double v = (double) i / STEPS;
            TO_LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
            // The square root spreads the dark steps, where the curve is steep.
            double l = v * v;
            TO_GAMMA[i] = (float) (l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055);
        }
    }

    private Colour() {}

    static float red(float y, float u, float v) {
        return (1.16438f * (y - 16) + 1.79274f * (v - 128)) / 255;
    }

    static float green(float y, float u, float v) {
        return (1.16438f * (y - 16) - 0.21325f * (u - 128) - 0.53291f * (v - 128)) / 255;
    }

    static float blue(float y, float u, float v) {
        return (1.16438f * (y - 16) + 2.11240f * (u - 128)) / 255;
    }

    static float luma(float r, float g, float b) {
        return 16 + 219 * (0.2126f * r + 0.7152f * g + 0.0722f * b);
    }

    static float chromaU(float r, float g, float b) {
        return 128 + 224 * (-0.114572f * r - 0.385428f * g + 0.5f * b);
    }

    static float chromaV(float r, float g, float b) {
        return 128 + 224 * (0.5f * r - 0.454153f * g - 0.045847f * b);
    }

    /** sRGB transfer curve to linear light. */
    public static float linear(float gamma) {
        return TO_LINEAR[Math.clamp((int) (gamma * STEPS + 0.5f), 0, STEPS)];
    }

    /** Linear light to the sRGB curve. */
    public static float gamma(float linear) {
        return TO_GAMMA[Math.clamp((int) ((float) Math.sqrt(Math.max(0, linear)) * STEPS + 0.5f), 0, STEPS)];
    }
}
