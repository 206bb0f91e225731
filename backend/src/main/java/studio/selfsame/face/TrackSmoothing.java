package studio.selfsame.face;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the quiver out of a run of meshes without delay, and leaves what a face does as it is. The head's own motion (place,
 * size, angle) goes through a sliding parabola where the head is still, and is left as it was seen where it nods or turns. What is left, the face's shape, is averaged with frames around it only as
 * far as they look alike, region by region (bilateral in time, Tomasi and Manduchi 1998; likeness of whole regions as in the
 * non-local means of Buades et al. 2005): a blink or a closing mouth is unlike its neighbours by far more than the noise,
 * so it keeps its full depth, while a still face is averaged over the whole window.
 */
final class TrackSmoothing {
    private static final double MOTION_HALF_S = 0.12;
    private static final double SHAPE_HALF_S = 0.2;
    private static final int MOST_HALF = 10;

    /** Squared distance beyond the noise's own, in variances of the noise, at which a neighbour's weight is 1/e. */
    private static final double ALIKE = 3;

    private static final double LEAST_NOISE = 1e-4; // of the interocular distance

    private TrackSmoothing() {}

    /** @param run meshes of one face in frames that follow one another */
    static List<Landmarks> smooth(List<Landmarks> run, double framesPerSecond) {
        int motionHalf = half(MOTION_HALF_S, framesPerSecond);
        int shapeHalf = half(SHAPE_HALF_S, framesPerSecond);
        if (run.size() < 3 || shapeHalf < 1) {
            return run;
        }
        Similarity[] motion = motion(run);
        Landmarks[] shapes = new Landmarks[motion.length];
        Arrays.setAll(shapes, i -> moved(run.get(i), motion[i].inverse()));
        int points = shapes[0].size();
        Landmarks[] calm = new Landmarks[shapes.length];
        Arrays.setAll(calm, i -> new Landmarks(new float[points], new float[points], new float[points]));
        for (int[] region : FaceRegions.apart(points)) {
            average(shapes, calm, region, shapeHalf);
        }
        Similarity[] path = path(motion, motionHalf);
        return IntStream.range(0, calm.length)
                .mapToObj(i -> moved(calm[i], path[i]))
                .toList();
    }

    private static int half(double seconds, double framesPerSecond) {
        return (int) Math.min(Math.round(seconds * framesPerSecond), MOST_HALF);
    }

    // Onto each frame from the rigid points of the run's middle, brought to an interocular distance of 1 around 0.
    private static Similarity[] motion(List<Landmarks> run) {
        Landmarks middle = run.get(run.size() / 2);
        double unit = Math.max(FaceGeometry.interocular(middle), 1e-3);
        double[][] rest = rigid(middle);
        double centreX = Arrays.stream(rest).mapToDouble(p -> p[0]).average().orElse(0);
        double centreY = Arrays.stream(rest).mapToDouble(p -> p[1]).average().orElse(0);
        for (double[] p : rest) {
            p[0] = (p[0] - centreX) / unit;
            p[1] = (p[1] - centreY) / unit;
        }
        return run.stream().map(p -> Similarity.fit(rest, rigid(p))).toArray(Similarity[]::new);
    }

    private static double[][] rigid(Landmarks p) {
        return Arrays.stream(HeadPoseFit.RIGID)
                .mapToObj(i -> new double[] {p.x()[i], p.y()[i]})
                .toArray(double[][]::new);
    }

    private static Similarity[] path(Similarity[] motion, int half) {
        double[] angle = new double[motion.length];
        for (int i = 0; i < angle.length; i++) {
            double turned = Math.atan2(motion[i].b(), motion[i].a());
            angle[i] = i == 0 ? turned : angle[i - 1] + Math.IEEEremainder(turned - angle[i - 1], 2 * Math.PI);
        }
        double[] size =
                Arrays.stream(motion).mapToDouble(m -> Math.log(m.scale())).toArray();
        double[] x = Arrays.stream(motion).mapToDouble(Similarity::tx).toArray();
        double[] y = Arrays.stream(motion).mapToDouble(Similarity::ty).toArray();
        double[] calmAngle = Series.calm(angle, half);
        double[] calmSize = Series.calm(size, half);
        double[] calmX = Series.calm(x, half);
        double[] calmY = Series.calm(y, half);
        Similarity[] path = new Similarity[motion.length];
        Arrays.setAll(path, i -> {
            double scale = Math.exp(calmSize[i]);
            return new Similarity(scale * Math.cos(calmAngle[i]), scale * Math.sin(calmAngle[i]), calmX[i], calmY[i]);
        });
        return path;
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
