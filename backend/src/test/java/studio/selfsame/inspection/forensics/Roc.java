package studio.selfsame.inspection.forensics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import studio.selfsame.inspection.forensics.ForensicsMeasure.Measured;

/**
 * How well one signal tells drawn faces from filmed ones: area under the curve of those found over false alarms, with drawn
 * ones taken to have the higher figure, and its 95 % interval by drawing people anew, with all their clips.
 */
public record Roc(String kind, double auc, double low, double high, double[] filmed, double[] drawn, int people) {
    private static final int DRAWS = 1000;
    private static final long SEED = 20261123;
    private static final int QUANTILES = 11;
    /** Of fewer nothing is said, and nothing kept. */
    private static final int LEAST_PEOPLE = 5;

    /** One for every signal, in its order. */
    public static List<Roc> all(List<Measured> measured) {
        return Stream.of(Kind.values()).map(kind -> of(kind, measured)).toList();
    }

    private static Roc of(Kind kind, List<Measured> measured) {
        List<Measured> with =
                measured.stream().filter(one -> one.figures().containsKey(kind)).toList();
        List<String> people = with.stream().map(Measured::person).distinct().toList();
        double[] filmed = figures(kind, with, false);
        double[] drawn = figures(kind, with, true);
        if (people.size() < LEAST_PEOPLE || filmed.length < LEAST_PEOPLE || drawn.length < LEAST_PEOPLE) {
            return new Roc(kind.id(), Double.NaN, Double.NaN, Double.NaN, filmed, drawn, people.size());
        }
        Random random = new Random(SEED);
        double[] areas = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            List<Measured> some = new ArrayList<>();
            for (int k = 0; k < people.size(); k++) {
                String person = people.get(random.nextInt(people.size()));
                with.stream().filter(one -> one.person().equals(person)).forEach(some::add);
            }
            areas[i] = area(figures(kind, some, false), figures(kind, some, true));
        }
        double[] sorted = Arrays.stream(areas).filter(Double::isFinite).sorted().toArray();
        return new Roc(
                kind.id(),
                area(filmed, drawn),
                sorted[(int) (0.025 * sorted.length)],
                sorted[(int) (0.975 * sorted.length)],
                filmed,
                drawn,
                people.size());
    }

    private static double[] figures(Kind kind, List<Measured> some, boolean drawn) {
        return some.stream()
                .filter(one -> one.drawn() == drawn)
                .mapToDouble(one -> one.figures().get(kind))
                .sorted()
                .toArray();
    }

    static double area(double[] filmed, double[] drawn) {
        double above = 0;
        for (double d : drawn) {
            for (double f : filmed) {
                above += d > f ? 1 : d == f ? 0.5 : 0;
            }
        }
        return above / filmed.length / drawn.length;
    }

    /** False alarms and finds at every threshold, 0..1, from none to all. */
    public double[][] curve() {
        double[] thresholds = Stream.of(filmed, drawn)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        double[][] curve = new double[thresholds.length + 1][];
        curve[0] = new double[] {0, 0};
        for (int i = 0; i < thresholds.length; i++) {
            double least = thresholds[thresholds.length - 1 - i];
            curve[i + 1] = new double[] {share(filmed, least), share(drawn, least)};
        }
        return curve;
    }

    private static double share(double[] of, double least) {
        return (double) Arrays.stream(of).filter(value -> value >= least).count() / of.length;
    }

    /** What stays of the clips: so few that nobody's figure can be read from them. */
    public static double[] quantiles(double[] sorted) {
        double[] quantiles = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            double at = (double) i / (QUANTILES - 1) * (sorted.length - 1);
            int left = (int) at;
            int right = Math.min(left + 1, sorted.length - 1);
            double value = sorted[left] + (at - left) * (sorted[right] - sorted[left]);
            quantiles[i] = Math.round(value * 1000) / 1000.0;
        }
        return quantiles;
    }
}
