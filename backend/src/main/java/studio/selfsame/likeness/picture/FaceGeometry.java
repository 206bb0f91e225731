package studio.selfsame.likeness.picture;

import studio.selfsame.face.Landmarks;

/** Which points of MediaPipe's mesh mean what here. */
public final class FaceGeometry {
    /** Eye corners, nose bridge and base, temples: they stay when the mouth moves. */
    static final int[] ANCHORS = {33, 133, 362, 263, 168, 6, 197, 195, 4, 98, 327, 2, 127, 356, 234, 454};

    /** Temples weigh little: they wander when the head turns. */
    static final double[] ANCHOR_WEIGHTS = {1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 0.2, 0.2, 0.2, 0.2};

    static final int[] OUTER_LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
    };
    static final int[] INNER_LIPS = {
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191
    };

    /** From ear to ear below: the contour that moves with the jaw. */
    static final int[] JAW = {
        234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454
    };

    /** The chin's place in {@link #JAW}. */
    static final int CHIN = 10;

    static final int NOSE_BASE = 2;

    private FaceGeometry() {}

    /** Points of {@code which}, all x then all y, moved by {@code transform}. */
    static float[] points(Landmarks landmarks, int[] which, Similarity transform) {
        float[] out = new float[2 * which.length];
        for (int i = 0; i < which.length; i++) {
            double x = landmarks.x()[which[i]];
            double y = landmarks.y()[which[i]];
            out[i] = (float) transform.x(x, y);
            out[which.length + i] = (float) transform.y(x, y);
        }
        return out;
    }

    /** Distance of the eyes' centres, pixels. */
    static double interocularPx(Landmarks landmarks) {
        float[] x = landmarks.x();
        float[] y = landmarks.y();
        return Math.hypot((x[33] + x[133] - x[362] - x[263]) / 2, (y[33] + y[133] - y[362] - y[263]) / 2);
    }
}
