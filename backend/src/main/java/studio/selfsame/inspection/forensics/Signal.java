package studio.selfsame.inspection.forensics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a face in a video, which hints and proves nothing.
 *
 * @param kind e.g. {@code flicker}, see {@link Kind}
 * @param title in plain words
 * @param figure in {@code unit}; null where it cannot be measured
 * @param unit empty for a ratio
 * @param series the same along the video, in order of time; empty where it has no course
 * @param unmeasurable why it cannot be measured, a sentence; null where it was
 * @param place where the figure lies among those of known videos; null where it is not known
 * @param words what can be said of it, for people; never a verdict
 */
public record Signal(
        String kind,
        String title,
        @Nullable Double figure,
        String unit,
        List<Point> series,
        @Nullable String unmeasurable,
        @Nullable Place place,
        String words) {
    public Signal {
        series = List.copyOf(series);
    }

    /** @param seconds from the video's start */
    public record Point(double seconds, double value) {}

    /**
     * @param filmedBelow percent of filmed clips whose figure is lower, 0..100
     * @param drawnBelow percent of clips drawn by this studio whose figure is lower, 0..100
     * @param telling whether the figure told the two apart at all when it was measured
     */
    public record Place(int filmedBelow, int drawnBelow, boolean telling) {}

    private static final int MOST_POINTS = 200;

    static Signal of(Kind kind, double figure, List<Point> series) {
        return Double.isFinite(figure)
                ? new Signal(kind.id(), kind.title(), figure, kind.unit(), series, null, null, "")
                : without(kind);
    }

    static Signal without(Kind kind) {
        return new Signal(kind.id(), kind.title(), null, kind.unit(), List.of(), kind.needs(), null, kind.needs());
    }

    /**
     * Rounded to what may be told to anybody, and placed among known videos. Of what was measured only numbers are taken: a
     * hostile file may have got hold of who measured it.
     */
    Signal told(Kind of, References references) {
        if (figure == null || !Double.isFinite(figure)) {
            return without(of);
        }
        List<Point> coarse = series.stream()
                .filter(point -> Double.isFinite(point.seconds()) && Double.isFinite(point.value()))
                .limit(MOST_POINTS)
                .map(point -> new Point(Math.round(point.seconds()), of.coarse(point.value())))
                .toList();
        Place known = references.place(of, figure).orElse(null);
        return new Signal(of.id(), of.title(), of.coarse(figure), of.unit(), coarse, null, known, words(known));
    }

    private static String words(@Nullable Place known) {
        if (known == null) {
            return "It was measured on too few known videos to be compared.";
        }
        return known.telling()
                ? "It is higher than in about %d %% of the filmed clips and in about %d %% of the drawn ones it was measured on: a hint and no more."
                        .formatted(known.filmedBelow(), known.drawnBelow())
                : "It was much the same in filmed and in drawn clips, and so says nothing.";
    }
}
