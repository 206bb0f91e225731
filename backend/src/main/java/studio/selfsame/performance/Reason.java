package studio.selfsame.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import studio.selfsame.enrolment.RecordingOutcome;
import studio.selfsame.problem.ProblemException;

/**
 * One reason why an upload cannot be used.
 *
 * @param code e.g. {@code silent}
 * @param text a sentence for the person who sent it
 * @param remedy what they can do
 * @param frame the first in which it shows, from 0; 0 where it is not about pictures
 */
@Schema(name = "PerformanceReason")
record Reason(String code, String text, String remedy, double startSeconds, double endSeconds, int frame) {
    static Reason of(RecordingOutcome.Reason reason) {
        return new Reason(
                reason.code(),
                reason.cause(),
                reason.remedy(),
                reason.startSeconds(),
                reason.endSeconds(),
                reason.frame());
    }

    /** About all of a sound or a script. */
    static Reason about(double seconds, String code, String text, String remedy) {
        return new Reason(code, text, remedy, 0, seconds, 0);
    }

    /** A file that cannot be read, in the words of the room that tried. */
    static Reason unreadable(ProblemException e) {
        return about(0, "unreadable", e.problem().cause(), e.problem().remedy());
    }
}
