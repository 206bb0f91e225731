package studio.selfsame.likeness.motion;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import studio.selfsame.likeness.picture.StabilisedFace;

/** Compares predicted lips, one of every frame, with the tracked ones of the held-out end of a clip. */
final class LipMeasure {
    private static final double FACE_PX = 256;
    /** This share of the person's closures before the held-out end reaches the gap that counts as closed. */
    private static final double TOUCH = 0.95;

    private static final int POINTS = 2 * LipShape.RING;

    private final FilmedSpeaker speaker;
    private final LipSpace lips;
    private final List<StabilisedFace> held;
    private final double cutS;
    private final double[] place = new double[2];
    private final double px;
    private final SpokenClosures closures;
    private final double touching;

    LipMeasure(FilmedSpeaker speaker, LipSpace lips, SpokenClosures closures, double cutS) {
        this.closures = closures;
        this.speaker = speaker;
        this.lips = lips;
        this.cutS = cutS;
        held = speaker.faces().stream()
                .filter(f -> f.presentationTimeUs() >= cutS * 1e6)
                .toList();
        List<StabilisedFace> known = speaker.faces().stream()
                .filter(f -> f.presentationTimeUs() < cutS * 1e6)
                .toList();
        known.forEach(f -> {
            place[0] += f.lips().centreX() / known.size();
            place[1] += f.lips().centreY() / known.size();
        });
        px = FACE_PX / speaker.faceHeight();
        double[] least = closures.windows().stream()
                .filter(w -> w[1] < cutS)
                .mapToDouble(w -> least(known, w, i -> known.get(i).lips().openness()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        touching = least[(int) (TOUCH * (least.length - 1))];
    }

    /** The same share of closures for the tracked lips themselves, and what they do in silence. */
    void reference() {
        MotionBench.print(
                "held out: %d frames; face box %.2f by %.2f eye distances, %.1f px each; lips touch below %.3f%n",
                held.size(), speaker.faceWidth(), speaker.faceHeight(), px, touching);
        MotionBench.print(
                "%-22s%8s%9s%11s%8s%8s%8s%10s%9s%n",
                "drive", "LMD px", "aligned", "closed", "motion", "gap sd", "gap r", "velocity", "silence");
        double[] closed = closed(f -> held.get(f).lips().openness());
        MotionBench.print("%-22s%8s%9s%8.1f/%d%n", "tracked lips", "", "", 100 * closed[0], (int) closed[1]);
    }

    /** Prints one row. */
    void row(String name, float[][] values, List<MouthTarget> targets) {
        double placed = 0;
        double aligned = 0;
        Series change = new Series();
        Series gap = new Series();
        double still = 0;
        int silent = 0;
        for (int i = 0; i < held.size(); i++) {
            LipShape real = held.get(i).lips();
            float[] mine = values[frame(i)];
            LipShape drawn = lips.shape(mine, place[0], place[1]);
            placed += distance(real, drawn, new double[2]) / held.size();
            aligned += distance(real, drawn, apart(real, drawn)) / held.size();
            gap.add(real.openness(), drawn.openness());
            if (i > 0 && held.get(i).frameIndex() == held.get(i - 1).frameIndex() + 1) {
                float[] now = lips.values(real);
                float[] before = lips.values(held.get(i - 1).lips());
                for (int k = 0; k < now.length; k++) {
                    change.add(now[k] - before[k], mine[k] - values[frame(i - 1)][k]);
                }
                if (targets.get(frame(i)).silent() && targets.get(frame(i - 1)).silent()) {
                    LipShape last = lips.shape(values[frame(i - 1)], place[0], place[1]);
                    still += distance(last, drawn, new double[2]);
                    silent++;
                }
            }
        }
        double[] closed = closed(f -> lips.gap(values[frame(f)]));
        MotionBench.print(
                "%-22s%8.2f%9.2f%8.1f/%d%8.2f%8.2f%8.2f%10.2f%9.3f%n",
                name,
                placed * px,
                aligned * px,
                100 * closed[0],
                (int) closed[1],
                change.lengths(),
                gap.spreads(),
                gap.correlation(),
                change.correlation(),
                silent == 0 ? Double.NaN : still * px / silent);
    }

    /** Values as they are so many seconds later in the held-out end, round and round. */
    float[][] shifted(float[][] values, double seconds) {
        float[][] out = values.clone();
        int first = frame(0);
        int n = values.length - first;
        int by = (int) Math.round(seconds * speaker.rate().perSecond());
        for (int i = 0; i < n; i++) {
            out[first + i] = values[first + (i + by) % n];
        }
        return out;
    }

    /** Share of the closures within the held-out end whose least gap is small enough, and how many they are. */
    private double[] closed(IntToDoubleFunction gap) {
        double[] least = closures.windows().stream()
                .filter(w -> w[0] >= cutS)
                .mapToDouble(w -> least(held, w, gap))
                .filter(Double::isFinite)
                .toArray();
        double closed = Arrays.stream(least).filter(g -> g <= touching).count();
        return new double[] {closed / Math.max(1, least.length), least.length};
    }

    private double least(List<StabilisedFace> faces, double[] window, IntToDoubleFunction gap) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < faces.size(); i++) {
            double t = speaker.middleUs(faces.get(i)) / 1e6;
            if (t >= window[0] && t <= window[1]) {
                least = Math.min(least, gap.applyAsDouble(i));
            }
        }
        return least;
    }

    private int frame(int i) {
        return held.get(i).frameIndex();
    }

    /** Mean distance of points, {@code b} shifted by {@code shift}. */
    private static double distance(LipShape a, LipShape b, double[] shift) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += Math.hypot(x(a, i) - x(b, i) - shift[0], y(a, i) - y(b, i) - shift[1]);
        }
        return sum / POINTS;
    }

    private static double[] apart(LipShape a, LipShape b) {
        double[] shift = new double[2];
        for (int i = 0; i < POINTS; i++) {
            shift[0] += (x(a, i) - x(b, i)) / POINTS;
            shift[1] += (y(a, i) - y(b, i)) / POINTS;
        }
        return shift;
    }

    private static float x(LipShape s, int i) {
        return i < LipShape.RING ? s.outer()[i] : s.inner()[i - LipShape.RING];
    }

    private static float y(LipShape s, int i) {
        return i < LipShape.RING ? s.outer()[LipShape.RING + i] : s.inner()[i];
    }

    /** Two series side by side. */
    private static final class Series {
        private double n;
        private double a;
        private double b;
        private double aa;
        private double bb;
        private double ab;

        void add(double x, double y) {
            n++;
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }

        double lengths() {
            return Math.sqrt(bb / aa);
        }

        double spreads() {
            return Math.sqrt((bb - b * b / n) / (aa - a * a / n));
        }

        /** Of a series that never changes there is none. */
        double correlation() {
            double spread = (aa - a * a / n) * (bb - b * b / n);
            return spread < 1e-12 ? Double.NaN : (ab - a * b / n) / Math.sqrt(spread);
        }
    }
}
