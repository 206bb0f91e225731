package studio.selfsame.enrolment;

import java.util.List;

/** What came of comparing a recording with the verified portrait. */
public sealed interface RecordingOutcome {
    record Verified(VerifiedRecording recording) implements RecordingOutcome {}

    /** @param reasons all of them, at least one */
    record Refused(List<Reason> reasons) implements RecordingOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One reason against a recording.
     *
     * @param code e.g. {@code another-person}
     * @param cause a sentence for the person who brought it
     * @param remedy what they can do
     * @param frame the first in which it shows, from 0
     */
    record Reason(String code, String cause, String remedy, double startSeconds, double endSeconds, int frame) {}
}
