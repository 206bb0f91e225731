package studio.selfsame.face;

import java.util.Arrays;
import java.util.Objects;
import studio.selfsame.media.VideoFrame;

/**
 * Identity vectors: MobileFaceNet (Chen et al. 2018) on ArcFace's alignment, and a ResNet after dlib's on dlib's own. The
 * first net takes two pictures at once: it gets the face and its mirror image, and their mean counts.
 */
final class FaceEmbedder implements AutoCloseable {
    private static final float[] MEAN_RGB = {122.782f, 117.001f, 104.298f};

    private final TfliteNet primary;
    private final OnnxNet second;

    FaceEmbedder(ModelCards cards) {
        String first = "face-match-primary.tflite";
        String other = "face-match-second.onnx";
        primary = new TfliteNet(first, cards.load(first));
        second = new OnnxNet(other, cards.load(other), 1, 3, FaceAlignment.CHIP_SIZE, FaceAlignment.CHIP_SIZE);
    }

    FaceEmbedding embed(VideoFrame frame, Landmarks landmarks) {
        return new FaceEmbedding(primary(frame, landmarks), second(frame, landmarks));
    }

    private float[] primary(VideoFrame frame, Landmarks landmarks) {
        int size = FaceAlignment.ARCFACE_SIZE;
        float[] patch = PatchSampler.rgb(frame, FaceAlignment.arcFace(landmarks), size);
        float[] pair = new float[2 * patch.length];
        for (int i = 0; i < patch.length; i++) {
            int pixel = i / 3;
            int mirrored = (pixel / size * size + size - 1 - pixel % size) * 3 + i % 3;
            float value = (patch[i] - 127.5f) / 128;
            pair[i] = value;
            pair[patch.length + mirrored] = value;
        }
        float[] both = primary.run(pair)[0];
        float[] mean = new float[both.length / 2];
        float[] a = unit(Arrays.copyOf(both, mean.length));
        float[] b = unit(Arrays.copyOfRange(both, mean.length, both.length));
        for (int i = 0; i < mean.length; i++) {
            mean[i] = a[i] + b[i];
        }
        return unit(mean);
    }

    private float[] second(VideoFrame frame, Landmarks landmarks) {
        int size = FaceAlignment.CHIP_SIZE;
        float[] patch = PatchSampler.rgb(frame, FaceAlignment.chip(landmarks), size);
        float[] planes = new float[patch.length];
        for (int i = 0; i < patch.length; i++) {
            planes[i % 3 * size * size + i / 3] = (patch[i] - MEAN_RGB[i % 3]) / 255;
        }
        return unit(Objects.requireNonNull(second.run(planes).get("embedding")));
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(Math.max(sum, 1e-12)));
        }
        return unit;
    }

    @Override
    public void close() {
        primary.close();
        second.close();
    }
}
