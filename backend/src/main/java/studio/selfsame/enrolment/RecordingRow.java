package studio.selfsame.enrolment;

import java.time.Instant;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.FrameRate;

/**
 * A verified recording as stored.
 *
 * @param frames of it when played at that rate
 */
record RecordingRow(
        BroughtRecording brought,
        PersonId person,
        FrameRate frameRate,
        int frames,
        boolean withdrawn,
        Instant verifiedAt) {
    LikenessId likeness() {
        return brought.likeness();
    }

    @Override
    public String toString() {
        return "RecordingRow[" + brought.id().value() + "]";
    }
}
