package studio.selfsame.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.LongPredicate;
import studio.selfsame.speech.PhonemeTimeline;

/**
 * How much of what a likeness is drawn from the footage shows, how much is enough, and what to do about what is missing.
 * Figures alone, no pictures: it can be shown when the footage is gone.
 *
 * @param mouthShapesFrom what the mouth shapes were counted by
 * @param parts in the order to be shown
 */
@Schema(name = "Coverage")
public record Coverage(Basis mouthShapesFrom, List<Part> parts, Poses poses) {
    public Coverage {
        parts = List.copyOf(parts);
    }

    public enum Basis {
        /** The sounds of the person's own voice, which may be heard. */
        @JsonProperty("voice")
        VOICE,
        /** The lips alone. */
        @JsonProperty("lips")
        LIPS
    }

    /** @param code e.g. {@code mouth-shapes} */
    @Schema(name = "CoveragePart")
    public record Part(String code, String title, List<Measure> measures) {
        public Part {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param have in {@code unit}, 0 or more
     * @param enough of it; more does no harm
     * @param remedy a sentence; empty where there is enough
     */
    @Schema(name = "CoverageMeasure")
    public record Measure(String code, String label, double have, double enough, Unit unit, String remedy) {
        static Measure of(String code, String label, double have, double enough, Unit unit, String remedy) {
            return new Measure(code, label, have, enough, unit, have >= enough ? "" : remedy);
        }
    }

    public enum Unit {
        @JsonProperty("seconds")
        SECONDS,
        @JsonProperty("times")
        TIMES,
        @JsonProperty("percent")
        PERCENT
    }

    /**
     * How long the head was held how, beside how it is mostly held; rows from up to down, columns from the picture's left to
     * its right.
     *
     * @param yawEdgesDeg between the columns, ascending; yaw &gt; 0 turns to the right of the picture
     * @param pitchEdgesDeg between the rows, descending; pitch &gt; 0 up
     * @param cells row by row
     */
    @Schema(name = "CoveragePoses")
    public record Poses(List<Double> yawEdgesDeg, List<Double> pitchEdgesDeg, List<Cell> cells) {
        public Poses {
            yawEdgesDeg = List.copyOf(yawEdgesDeg);
            pitchEdgesDeg = List.copyOf(pitchEdgesDeg);
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param label as the person turns, e.g. {@code a little to your left}
     * @param enough seconds; 0: good to have, not needed
     * @param remedy a sentence; empty where there is enough
     */
    @Schema(name = "CoverageCell")
    public record Cell(int row, int column, String label, double seconds, double enough, String remedy) {}

    /**
     * The same with the mouth shapes counted by what was said while the face was seen.
     *
     * @param timeline of the footage's sound
     * @param seen whether a usable frame lies at this time, microseconds
     */
    public Coverage heard(PhonemeTimeline timeline, LongPredicate seen) {
        Part spoken = MouthShape.spoken(timeline, seen);
        return new Coverage(
                Basis.VOICE,
                parts.stream()
                        .map(part -> part.code().equals(spoken.code()) ? spoken : part)
                        .toList(),
                poses);
    }
}
