package studio.selfsame.face;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import studio.selfsame.media.VideoFrame;

/**
 * MediaPipe's face mesh with attention (Grishchenko et al. 2020): 468 points, of which lips and eyes are refined by nets of
 * their own, and 5 points of each iris. The order of the refined points is that of MediaPipe's
 * {@code tensors_to_face_landmarks_with_attention}.
 */
final class FaceMesh implements AutoCloseable {
    static final int POINTS = 468;
    static final int POINTS_WITH_IRISES = 478;
    private static final int SIZE = 192;
    private static final int[] LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
        76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408,
        62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407
    };
    private static final int[] LEFT_EYE = {
        33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26, 112,
        243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221,
        189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193
    };
    private static final int[] RIGHT_EYE = {
        263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253, 252,
        256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444,
        443, 442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293,
        334, 296, 336, 285, 417
    };
    /** Points on the inner edge of the lips, after as many on the outer. */
    private static final int INNER_LIPS = 20;

    /** Of an eye's refined points those on the lids' edges; the others lie around it, up to the brow. */
    private static final int LIDS = 16;

    private static final int[] LEFT_IRIS = {468, 469, 470, 471, 472};
    private static final int[] RIGHT_IRIS = {473, 474, 475, 476, 477};

    private final OnnxNet net;

    FaceMesh(ModelCards cards) {
        String file = "face-mesh-attention.onnx";
        net = new OnnxNet(file, cards.load(file), 1, SIZE, SIZE, 3);
    }

    /** @param presence 0..1; high on things that merely resemble a face, so never the only test */
    record Fit(Landmarks landmarks, double presence) {}

    /** @param region the face with margin */
    Fit fit(VideoFrame frame, Region region) {
        Similarity toFrame =
                Similarity.ontoSquare(SIZE, region.centreX(), region.centreY(), region.side(), region.angleRad());
        float[] patch = PatchSampler.rgb(frame, toFrame, SIZE);
        for (int i = 0; i < patch.length; i++) {
            patch[i] /= 255;
        }
        Map<String, float[]> outputs = net.run(patch);
        float[] mesh = output(outputs, "output_mesh_identity");
        float[] px = new float[POINTS_WITH_IRISES];
        float[] py = new float[POINTS_WITH_IRISES];
        float[] pz = new float[POINTS_WITH_IRISES];
        for (int i = 0; i < POINTS; i++) {
            px[i] = mesh[3 * i];
            py[i] = mesh[3 * i + 1];
            pz[i] = mesh[3 * i + 2] * (float) toFrame.scale();
        }
        refine(px, py, LIPS, output(outputs, "output_lips"));
        refine(px, py, LEFT_EYE, output(outputs, "output_left_eye"));
        refine(px, py, RIGHT_EYE, output(outputs, "output_right_eye"));
        refine(px, py, LEFT_IRIS, output(outputs, "output_left_iris"));
        refine(px, py, RIGHT_IRIS, output(outputs, "output_right_iris"));
        for (int i = 0; i < LEFT_IRIS.length; i++) {
            pz[LEFT_IRIS[i]] = (pz[33] + pz[133]) / 2;
            pz[RIGHT_IRIS[i]] = (pz[263] + pz[362]) / 2;
        }
        for (int i = 0; i < POINTS_WITH_IRISES; i++) {
            float x = px[i];
            px[i] = (float) toFrame.x(x, py[i]);
            py[i] = (float) toFrame.y(x, py[i]);
        }
        double presence = 1 / (1 + Math.exp(-output(outputs, "conv_faceflag")[0]));
        return new Fit(new Landmarks(px, py, pz), presence);
    }

    /** Points that move together, by part. */
    static List<int[]> movingParts() {
        return List.of(
                Arrays.copyOfRange(LIPS, INNER_LIPS, 2 * INNER_LIPS),
                Arrays.copyOf(LIPS, INNER_LIPS),
                Arrays.copyOfRange(LIPS, 2 * INNER_LIPS, LIPS.length),
                Arrays.copyOf(LEFT_EYE, LIDS),
                Arrays.copyOf(RIGHT_EYE, LIDS),
                Arrays.copyOfRange(LEFT_EYE, LIDS, LEFT_EYE.length),
                Arrays.copyOfRange(RIGHT_EYE, LIDS, RIGHT_EYE.length),
                LEFT_IRIS,
                RIGHT_IRIS);
    }

    static IntStream lips() {
        return Arrays.stream(LIPS);
    }

    private static float[] output(Map<String, float[]> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    private static void refine(float[] x, float[] y, int[] points, float[] refined) {
        for (int i = 0; i < points.length; i++) {
            x[points[i]] = refined[2 * i];
            y[points[i]] = refined[2 * i + 1];
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
