package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Frames on end that have one flaw in common.
 *
 * @param end the first frame behind them
 */
record FlawRun(Flaw flaw, int first, int end) {
    /** Shorter ones are not told. */
    private static final double LEAST_SECONDS = 0.2;

    /** What lies between two runs and is shorter belongs to them: lips that show for a moment between fingers. */
    private static final double BETWEEN_SECONDS = 0.2;

    /** A report is read by a person. */
    private static final int MOST = 100;

    int frames() {
        return end - first;
    }

    /** All runs of this flaw, in order. */
    static List<FlawRun> of(Flaw flaw, List<Set<Flaw>> frames) {
        List<FlawRun> runs = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= frames.size(); i++) {
            boolean has = i < frames.size() && frames.get(i).contains(flaw);
            if (has && first < 0) {
                first = i;
            }
            if (!has && first >= 0) {
                runs.add(new FlawRun(flaw, first, i));
                first = -1;
            }
        }
        return runs;
    }

    /** Of all flaws those long enough to be told, in order of time; where there are too many, the longest. */
    static List<FlawRun> told(List<Set<Flaw>> frames, double framesPerSecond) {
        List<FlawRun> told = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            for (FlawRun run : joined(of(flaw, frames), (int) (BETWEEN_SECONDS * framesPerSecond))) {
                if (run.frames() >= LEAST_SECONDS * framesPerSecond) {
                    told.add(run);
                }
            }
        }
        return told.stream()
                .sorted(Comparator.comparingInt(FlawRun::frames).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(FlawRun::first))
                .toList();
    }

    private static List<FlawRun> joined(List<FlawRun> runs, int between) {
        List<FlawRun> joined = new ArrayList<>();
        for (FlawRun run : runs) {
            if (!joined.isEmpty() && run.first() - joined.getLast().end() <= between) {
                FlawRun before = joined.removeLast();
                joined.add(new FlawRun(run.flaw(), before.first(), run.end()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    EnrolmentReport.Span span(Clip clip) {
        double start = clip.seconds(first);
        double seconds = clip.seconds(frames());
        String advice = flaw.advice();
        return new EnrolmentReport.Span(
                flaw.code(),
                start,
                seconds,
                "%s %s from %s".formatted(Clip.length(seconds), flaw.what(), Clip.clock(start)),
                Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + ".");
    }
}
