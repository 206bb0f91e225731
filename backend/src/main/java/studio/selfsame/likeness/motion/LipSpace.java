package studio.selfsame.likeness.motion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One person's lips: 12 principal components of their lip shapes (centred between the corners), their own ranges of
 * opening, width, jaw and lower lip, and a regression from those four to the components.
 */
public final class LipSpace {
    public static final int COMPONENTS = 12;
    private static final double RIDGE = 1e-3;

    private final Principal principal;
    private final double[] low;
    private final double[] middle;
    private final double[] high;
    private final double[][] regression;

    private LipSpace(Principal principal, double[] low, double[] middle, double[] high, double[][] regression) {
        this.principal = principal;
        this.low = low;
        this.middle = middle;
        this.high = high;
        this.regression = regression;
    }

    /**
     * @param shapes at least 30
     * @param chinDrops one for each shape, eye distances
     */
    public static LipSpace learn(List<LipShape> shapes, double[] chinDrops) {
        List<float[]> rows = shapes.stream().map(LipSpace::centred).toList();
        Principal principal = Principal.of(rows, COMPONENTS);
        double[][] measures = new double[4][shapes.size()];
        for (int i = 0; i < shapes.size(); i++) {
            double[] m = measures(shapes.get(i), chinDrops[i]);
            for (int k = 0; k < 4; k++) {
                measures[k][i] = m[k];
            }
        }
        double[] low = new double[4];
        double[] middle = new double[4];
        double[] high = new double[4];
        double[] lowShare = {0.03, 0.03, 0.05, 0.03};
        double[] highShare = {0.97, 0.97, 0.97, 0.97};
        for (int k = 0; k < 4; k++) {
            Arrays.sort(measures[k]);
            low[k] = quantile(measures[k], lowShare[k]);
            middle[k] = quantile(measures[k], 0.5);
            high[k] = Math.max(quantile(measures[k], highShare[k]), low[k] + 1e-3);
        }
        LipSpace ranges = new LipSpace(principal, low, middle, high, new double[0][]);
        List<double[]> features = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            features.add(ranges.pose(shapes.get(i), chinDrops[i]).features());
            values.add(principal.project(rows.get(i)));
        }
        return new LipSpace(principal, low, middle, high, LeastSquares.ridge(features, values, RIDGE));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static double[] measures(LipShape shape, double chinDrop) {
        return new double[] {shape.openness(), shape.width(), chinDrop, shape.lowerLip()};
    }

    private static float[] centred(LipShape shape) {
        float[] v = shape.vector();
        float cx = (float) shape.centreX();
        float cy = (float) shape.centreY();
        for (int i = 0; i < v.length; i++) {
            v[i] -= i / LipShape.RING % 2 == 0 ? cx : cy;
        }
        return v;
    }

    /** The twelve values of a shape, in eye distances. */
    public float[] values(LipShape shape) {
        return principal.project(centred(shape));
    }

    /** The shape of twelve values, its corners around {@code (centreX, centreY)}. */
    public LipShape shape(float[] values, double centreX, double centreY) {
        float[] v = principal.reconstruct(values);
        for (int i = 0; i < v.length; i++) {
            v[i] += (float) (i / LipShape.RING % 2 == 0 ? centreX : centreY);
        }
        return LipShape.of(v);
    }

    /** Where a shape lies in this person's ranges; beyond 0..1 where they go beyond their usual. */
    public MouthPose pose(LipShape shape, double chinDrop) {
        double[] m = measures(shape, chinDrop);
        return new MouthPose(
                (m[0] - low[0]) / (high[0] - low[0]),
                twoSided(m, 1),
                (m[2] - low[2]) / (high[2] - low[2]),
                twoSided(m, 3));
    }

    private double twoSided(double[] m, int k) {
        return m[k] < middle[k]
                ? (m[k] - middle[k]) / Math.max(1e-3, middle[k] - low[k])
                : (m[k] - middle[k]) / Math.max(1e-3, high[k] - middle[k]);
    }

    /** This person's lips in that pose: twelve values. */
    public float[] values(MouthPose pose) {
        double[] features = pose.features();
        float[] out = new float[COMPONENTS];
        for (int k = 0; k < COMPONENTS; k++) {
            double sum = 0;
            for (int i = 0; i < features.length; i++) {
                sum += regression[k][i] * features[i];
            }
            out[k] = (float) sum;
        }
        return out;
    }

    /** Where the lips of these twelve values lie in this person's ranges, their jaw as given. */
    public MouthPose pose(float[] values, double jaw) {
        MouthPose pose = pose(shape(values, 0, 0), 0);
        return new MouthPose(pose.open(), pose.width(), jaw, pose.lowerLip());
    }

    /** Gap between the inner lips of these twelve values, eye distances. */
    public double gap(float[] values) {
        return shape(values, 0, 0).openness();
    }

    /** By how much each of the twelve values opens the lips: the gap is linear in them. */
    float[] opens() {
        double none = gap(new float[COMPONENTS]);
        float[] out = new float[COMPONENTS];
        for (int k = 0; k < COMPONENTS; k++) {
            float[] one = new float[COMPONENTS];
            one[k] = 1;
            out[k] = (float) (gap(one) - none);
        }
        return out;
    }

    /** Gap in eye distances at {@code open} 0..1. */
    public double gap(double open) {
        return low[0] + open * (high[0] - low[0]);
    }

    public void write(DataOutputStream out) throws IOException {
        for (float v : principal.mean()) {
            out.writeFloat(v);
        }
        for (float[] axis : principal.axes()) {
            for (float v : axis) {
                out.writeFloat(v);
            }
        }
        for (double[] range : new double[][] {low, middle, high}) {
            for (double v : range) {
                out.writeDouble(v);
            }
        }
        for (double[] row : regression) {
            for (double v : row) {
                out.writeDouble(v);
            }
        }
    }

    public static LipSpace read(DataInputStream in) throws IOException {
        float[] mean = floats(in, LipShape.LENGTH);
        float[][] axes = new float[COMPONENTS][];
        for (int k = 0; k < COMPONENTS; k++) {
            axes[k] = floats(in, LipShape.LENGTH);
        }
        double[][] ranges = {doubles(in, 4), doubles(in, 4), doubles(in, 4)};
        double[][] regression = new double[COMPONENTS][];
        for (int k = 0; k < COMPONENTS; k++) {
            regression[k] = doubles(in, MouthPose.REST.features().length);
        }
        return new LipSpace(new Principal(mean, axes), ranges[0], ranges[1], ranges[2], regression);
    }

    private static float[] floats(DataInputStream in, int n) throws IOException {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    private static double[] doubles(DataInputStream in, int n) throws IOException {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = in.readDouble();
        }
        return out;
    }
}
