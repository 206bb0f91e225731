package studio.selfsame.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the footage; kept also when the footage is not.
 *
 * @param spans where frames are of no use and why, in order of time
 * @param coverage what the usable frames show; null for footage that was refused
 * @param usableFrames frames in which the person's face is seen well enough to learn from
 */
record EnrolmentReport(
        double durationSeconds,
        int frames,
        int widthPx,
        int heightPx,
        double framesPerSecond,
        List<Shot> shots,
        int usableFrames,
        List<Finding> findings,
        List<Span> spans,
        @Nullable Coverage coverage) {
    EnrolmentReport {
        // Reports of before there were spans are stored without.
        spans = Objects.requireNonNullElse(spans, List.of());
    }

    /**
     * @param index from 0
     * @param matched whether the one face in it is that of the verified portrait
     * @param similarity median cosine to the portrait, -1..1; 0 where there is no face
     */
    record Shot(int index, double startSeconds, double endSeconds, boolean matched, double similarity) {}

    /** @param text a sentence for the person who filmed */
    record Finding(Severity severity, String text, double startSeconds, double endSeconds) {}

    /**
     * Frames on end that are of no use for the same reason; another reason may hold meanwhile.
     *
     * @param reason e.g. {@code too-dark}
     * @param text e.g. {@code 12.0 s too dark from 0:31}
     * @param remedy a sentence
     */
    record Span(String reason, double startSeconds, double seconds, String text, String remedy) {}

    enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("refused")
        REFUSED
    }
}
