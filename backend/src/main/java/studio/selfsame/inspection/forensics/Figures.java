package studio.selfsame.inspection.forensics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import studio.selfsame.inspection.forensics.Signal.Point;

/** Sums over what is not everywhere measured: NaN is left out. */
final class Figures {
    private Figures() {}

    static double median(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        int half = known.length / 2;
        return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    }

    /** Means over each second. */
    static List<Point> perSecond(List<Point> points) {
        SortedMap<Long, List<Double>> seconds = new TreeMap<>();
        for (Point point : points) {
            if (Double.isFinite(point.value())) {
                seconds.computeIfAbsent((long) Math.floor(point.seconds()), second -> new ArrayList<>())
                        .add(point.value());
            }
        }
        List<Point> means = new ArrayList<>();
        seconds.forEach((second, values) -> means.add(new Point(
                second,
                values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())));
        return means;
    }

    /** Median over all frames and its course. */
    static Signal overall(Kind kind, List<FaceFrame> frames, ToDoubleFunction<FaceFrame> of, int leastFrames) {
        List<Point> points = frames.stream()
                .map(frame -> new Point(frame.seconds(), of.applyAsDouble(frame)))
                .filter(point -> Double.isFinite(point.value()))
                .toList();
        if (points.size() < leastFrames) {
            return Signal.without(kind);
        }
        return Signal.of(kind, median(points.stream().mapToDouble(Point::value).toArray()), perSecond(points));
    }

    /** Pearson's; NaN where one of them does not move. */
    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
    }
}
