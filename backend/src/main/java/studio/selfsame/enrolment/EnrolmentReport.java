package studio.selfsame.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was found in the footage; kept also when the footage is not.
 *
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
        List<Finding> findings) {
    /**
     * @param index from 0
     * @param matched whether the one face in it is that of the verified portrait
     * @param similarity median cosine to the portrait, -1..1; 0 where there is no face
     */
    record Shot(int index, double startSeconds, double endSeconds, boolean matched, double similarity) {}

    /** @param text a sentence for the person who filmed */
    record Finding(Severity severity, String text, double startSeconds, double endSeconds) {}

    enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("refused")
        REFUSED
    }
}
