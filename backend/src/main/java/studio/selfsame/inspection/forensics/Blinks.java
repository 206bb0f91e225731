package studio.selfsame.inspection.forensics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.selfsame.inspection.forensics.Signal.Point;

/**
 * How often somebody blinks and how: lids close about twice as fast as they open. After Li, Chang and Lyu 2018, "In Ictu Oculi",
 * and Jung, Kim and Kim 2020, "DeepVision".
 */
final class Blinks {
    private static final double LEAST_SECONDS = 8;
    private static final double CLOSED = 0.5;
    private static final double OPEN = 0.2;
    private static final double LONGEST_SECONDS = 0.8;
    private static final double GAP_SECONDS = 0.2;

    private final List<FaceFrame> frames;
    private final List<Double> shapes = new ArrayList<>();
    private int blinks;

    private Blinks(List<FaceFrame> frames) {
        this.frames = frames;
        for (int i = 1; i < frames.size() - 1; i++) {
            if (blink(i) >= CLOSED && blink(i) > blink(i - 1) && blink(i) >= blink(i + 1)) {
                count(i);
            }
        }
    }

    static List<Signal> of(List<FaceFrame> frames) {
        double seconds = seen(frames);
        if (seconds < LEAST_SECONDS) {
            return List.of(Signal.without(Kind.BLINK_RATE), Signal.without(Kind.BLINK_SHAPE));
        }
        Blinks found = new Blinks(frames);
        Signal rate = Signal.of(Kind.BLINK_RATE, found.blinks * 60 / seconds, found.course());
        double shape = Figures.median(
                found.shapes.stream().mapToDouble(Double::doubleValue).toArray());
        return List.of(rate, Signal.of(Kind.BLINK_SHAPE, shape, List.of()));
    }

    /** Gaps left out. */
    private static double seen(List<FaceFrame> frames) {
        double seconds = 0;
        for (int i = 1; i < frames.size(); i++) {
            double step = frames.get(i).seconds() - frames.get(i - 1).seconds();
            seconds += step < GAP_SECONDS ? step : 0;
        }
        return seconds;
    }

    private double blink(int i) {
        return frames.get(i).face().eyes().blink();
    }

    private void count(int peak) {
        int from = walk(peak, -1);
        int to = walk(peak, 1);
        double closing = frames.get(peak).seconds() - frames.get(from).seconds();
        double opening = frames.get(to).seconds() - frames.get(peak).seconds();
        if (closing + opening > LONGEST_SECONDS) {
            return;
        }
        for (int i = from; i < peak; i++) {
            if (blink(i) >= blink(peak)) {
                return;
            }
        }
        blinks++;
        if (closing > 0 && opening > 0 && blink(from) < OPEN && blink(to) < OPEN) {
            shapes.add(opening / closing);
        }
    }

    /** To where the eye is open again, or nothing more is seen. */
    private int walk(int peak, int step) {
        int at = peak;
        while (at + step >= 0
                && at + step < frames.size()
                && blink(at) >= OPEN
                && Math.abs(frames.get(at + step).seconds() - frames.get(at).seconds()) < GAP_SECONDS) {
            at += step;
        }
        return at;
    }

    /** The most closed of every second. */
    private List<Point> course() {
        Map<Long, Double> most = new TreeMap<>();
        for (FaceFrame frame : frames) {
            most.merge((long) Math.floor(frame.seconds()), frame.face().eyes().blink(), Math::max);
        }
        return most.entrySet().stream()
                .map(second -> new Point(second.getKey(), second.getValue()))
                .sorted(Comparator.comparingDouble(Point::seconds))
                .toList();
    }
}
