package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the quiver out of a run of meshes without delay, and leaves what a face does as it is. The head (place, size, angle) is
 * averaged with the heads of the frames around it after the pixels' own motion has carried them here (registration as a
 * second witness, as Dong et al. 2018 train by it): so a nod is followed, and only what the net saw differently from frame to
 * frame is averaged. The lower face stays where it was seen, for the lips have a net of their own, which does not tremble with
 * the head's. What is left, the face's shape, is averaged with frames around it only as far as they look alike, region by
 * region (bilateral in time, Tomasi and Manduchi 1998; likeness of whole regions as in the non-local means of Buades et al.
 * 2005): a blink or a closing mouth is unlike its neighbours by far more than the noise, so it keeps its full depth, while a
 * still face is averaged over the whole window.
 */
final class TrackSmoothing {
    private static final double HEAD_HALF_S = 0.2;
    private static final double SHAPE_HALF_S = 0.2;
    private static final int MOST_HALF = 10;

    /** Squared distance beyond the noise's own, in variances of the noise, at which a neighbour's weight is 1/e. */
    private static final double ALIKE = 3;

    private static final double LEAST_NOISE = 1e-4; // of the interocular distance

    private TrackSmoothing() {}

    static List<Landmarks> smooth(Followed run, double framesPerSecond) {
        List<Landmarks> seen =
                IntStream.range(0, run.length()).mapToObj(run::mesh).toList();
        int shapeHalf = half(SHAPE_HALF_S, framesPerSecond);
        if (seen.size() < 3 || shapeHalf < 1) {
            return seen;
        }
        double[][] rest = rest(seen.get(seen.size() / 2));
        Similarity[] raw =
                seen.stream().map(p -> Similarity.fit(rest, rigid(p))).toArray(Similarity[]::new);
        Landmarks[] shapes = new Landmarks[raw.length];
        Arrays.setAll(shapes, i -> moved(seen.get(i), raw[i].inverse()));
        int points = shapes[0].size();
        Landmarks[] calm = new Landmarks[shapes.length];
        Arrays.setAll(calm, i -> new Landmarks(new float[points], new float[points], new float[points]));
        for (int[] region : FaceRegions.apart(points)) {
            average(shapes, calm, region, shapeHalf);
        }
        int headHalf = half(HEAD_HALF_S, framesPerSecond);
        List<Landmarks> smooth = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; i++) {
            Landmarks head = moved(calm[i], Similarity.fit(rest, head(run, i, headHalf)));
            Landmarks lower = moved(calm[i], raw[i]);
            for (int point : FaceRegions.lowerFace()) {
                head.x()[point] = lower.x()[point];
                head.y()[point] = lower.y()[point];
                head.z()[point] = lower.z()[point];
            }
            smooth.add(head);
        }
        return smooth;
    }

    /** Frames to either side that this takes. */
    static int half(double seconds, double framesPerSecond) {
        return (int) Math.min(Math.round(seconds * framesPerSecond), MOST_HALF);
    }

    /** The rigid points, brought to an interocular distance of 1 around 0. */
    private static double[][] rest(Landmarks p) {
        double unit = Math.max(FaceGeometry.interocular(p), 1e-3);
        double[][] rest = rigid(p);
        double centreX = Arrays.stream(rest).mapToDouble(q -> q[0]).average().orElse(0);
        double centreY = Arrays.stream(rest).mapToDouble(q -> q[1]).average().orElse(0);
        for (double[] q : rest) {
            q[0] = (q[0] - centreX) / unit;
            q[1] = (q[1] - centreY) / unit;
        }
        return rest;
    }

    /** Where the rigid points are on average, seen from the frames around. */
    private static double[][] head(Followed run, int index, int half) {
        double[][] mean = new double[HeadPoseFit.RIGID.length][2];
        double sum = 0;
        for (Followed.Neighbour near : run.around(index, half)) {
            for (int i = 0; i < mean.length; i++) {
                double[] carried = near.carry().carried(run.mesh(near.index()), HeadPoseFit.RIGID[i]);
                mean[i][0] += near.weight() * carried[0];
                mean[i][1] += near.weight() * carried[1];
            }
            sum += near.weight();
        }
        for (double[] point : mean) {
            point[0] /= sum;
            point[1] /= sum;
        }
        return mean;
    }

    private static double[][] rigid(Landmarks p) {
        return Arrays.stream(HeadPoseFit.RIGID)
                .mapToObj(i -> new double[] {p.x()[i], p.y()[i]})
                .toArray(double[][]::new);
    }

    private static Landmarks moved(Landmarks p, Similarity by) {
        float[] x = new float[p.size()];
        float[] y = new float[p.size()];
        float[] z = new float[p.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) by.x(p.x()[i], p.y()[i]);
            y[i] = (float) by.y(p.x()[i], p.y()[i]);
            z[i] = (float) (by.scale() * p.z()[i]);
        }
        return new Landmarks(x, y, z);
    }

    private static void average(Landmarks[] shapes, Landmarks[] calm, int[] region, int half) {
        double noise = noise(shapes, region);
        for (int i = 0; i < shapes.length; i++) {
            // as far to one side as to the other, or a slow change would be drawn to one of them
            int reach = Math.min(half, Math.min(i, shapes.length - 1 - i));
            double[] weights = new double[2 * reach + 1];
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                double beyond = Math.max(0, distance(shapes[i], shapes[i + k], region) - 2 * noise);
                double when = (double) k / half;
                weights[k + reach] = Math.exp(-2 * when * when - beyond / (ALIKE * noise));
                sum += weights[k + reach];
            }
            for (int point : region) {
                double x = 0;
                double y = 0;
                double z = 0;
                for (int k = -reach; k <= reach; k++) {
                    double weight = weights[k + reach] / sum;
                    x += weight * shapes[i + k].x()[point];
                    y += weight * shapes[i + k].y()[point];
                    z += weight * shapes[i + k].z()[point];
                }
                calm[i].x()[point] = (float) x;
                calm[i].y()[point] = (float) y;
                calm[i].z()[point] = (float) z;
            }
        }
    }

    /** Variance of a coordinate in the stillest frames; the second difference of white noise has six times its variance. */
    private static double noise(Landmarks[] shapes, int[] region) {
        double[] bends = new double[shapes.length - 2];
        for (int i = 0; i < bends.length; i++) {
            for (int point : region) {
                double x = shapes[i].x()[point]
                        - 2 * shapes[i + 1].x()[point]
                        + shapes[i + 2].x()[point];
                double y = shapes[i].y()[point]
                        - 2 * shapes[i + 1].y()[point]
                        + shapes[i + 2].y()[point];
                bends[i] += (x * x + y * y) / (2 * 6 * region.length);
            }
        }
        return Math.max(Series.quantile(bends, Series.STILL), LEAST_NOISE * LEAST_NOISE);
    }

    private static double distance(Landmarks a, Landmarks b, int[] region) {
        double sum = 0;
        for (int point : region) {
            double x = a.x()[point] - b.x()[point];
            double y = a.y()[point] - b.y()[point];
            sum += x * x + y * y;
        }
        return sum / (2 * region.length);
    }
}
