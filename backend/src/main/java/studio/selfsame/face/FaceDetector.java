package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.selfsame.media.VideoFrame;

/**
 * BlazeFace short range (Bazarevsky et al. 2019, MediaPipe): finds faces that fill at least about a tenth of the square it
 * looks at. Where it sees none in the whole frame it looks at overlapping parts.
 */
final class FaceDetector implements AutoCloseable {
    private static final int SIZE = 128;
    private static final int VALUES = 16;
    private static final double MIN_SCORE = 0.55;
    private static final double SAME = 0.3;
    private static final float[][] ANCHORS = anchors();

    private final TfliteNet net;

    FaceDetector(ModelCards cards) {
        String file = "face-detection.tflite";
        net = new TfliteNet(file, cards.load(file));
    }

    /** Faces, the surest first. */
    List<Region> detect(VideoFrame frame) {
        int width = frame.widthPx();
        int height = frame.heightPx();
        int longSide = Math.max(width, height);
        int shortSide = Math.min(width, height);
        List<Found> found = new ArrayList<>(look(frame, width / 2.0, height / 2.0, longSide));
        if (found.isEmpty() && longSide > shortSide) {
            for (double part = 0; part <= 1; part += 0.5) {
                double centre = shortSide / 2.0 + part * (longSide - shortSide);
                found.addAll(
                        width > height
                                ? look(frame, centre, height / 2.0, shortSide)
                                : look(frame, width / 2.0, centre, shortSide));
            }
        }
        return unite(found);
    }

    private List<Found> look(VideoFrame frame, double centreX, double centreY, double side) {
        Similarity toFrame = Similarity.ontoSquare(SIZE, centreX, centreY, side, 0);
        float[] patch = PatchSampler.rgb(frame, toFrame, SIZE);
        for (int i = 0; i < patch.length; i++) {
            patch[i] = patch[i] / 127.5f - 1;
        }
        float[][] outputs = net.run(patch);
        float[] boxes = outputs[0].length > outputs[1].length ? outputs[0] : outputs[1];
        float[] scores = outputs[0].length > outputs[1].length ? outputs[1] : outputs[0];
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double score = 1 / (1 + Math.exp(-scores[i]));
            if (score >= MIN_SCORE) {
                found.add(found(boxes, i, score, toFrame));
            }
        }
        return found;
    }

    private static Found found(float[] boxes, int index, double score, Similarity toFrame) {
        double[] point = new double[VALUES];
        for (int k = 0; k < VALUES; k += 2) {
            boolean isSize = k == 2;
            double x = boxes[index * VALUES + k] + (isSize ? 0 : ANCHORS[index][0] * SIZE);
            double y = boxes[index * VALUES + k + 1] + (isSize ? 0 : ANCHORS[index][1] * SIZE);
            point[k] = isSize ? x * toFrame.scale() : toFrame.x(x, y);
            point[k + 1] = isSize ? y * toFrame.scale() : toFrame.y(x, y);
        }
        double angle = Math.atan2(point[7] - point[5], point[6] - point[4]);
        return new Found(score, new Region(point[0], point[1], Math.max(point[2], point[3]), angle));
    }

    /** Of those that lie on one another the surest stands for all. */
    private static List<Region> unite(List<Found> found) {
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        List<Region> regions = new ArrayList<>();
        for (Found candidate : found) {
            if (regions.stream().noneMatch(region -> region.overlap(candidate.region()) > SAME)) {
                regions.add(candidate.region());
            }
        }
        return regions;
    }

    // Two anchors in each cell of 8 px, six in each of 16 px.
    private static float[][] anchors() {
        List<float[]> anchors = new ArrayList<>();
        int[][] layers = {{16, 2}, {8, 6}};
        for (int[] layer : layers) {
            for (int cell = 0; cell < layer[0] * layer[0]; cell++) {
                for (int i = 0; i < layer[1]; i++) {
                    anchors.add(new float[] {(cell % layer[0] + 0.5f) / layer[0], (cell / layer[0] + 0.5f) / layer[0]});
                }
            }
        }
        return anchors.toArray(float[][]::new);
    }

    @Override
    public void close() {
        net.close();
    }

    private record Found(double score, Region region) {}
}
