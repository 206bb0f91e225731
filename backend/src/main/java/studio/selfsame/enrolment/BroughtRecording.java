package studio.selfsame.enrolment;

import studio.selfsame.consent.LikenessId;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * A video of which nobody knows yet whom it shows.
 *
 * @param id chosen by whoever brings it
 * @param likeness whose owner must be seen in it
 * @param dataKey the likeness's, with which it is sealed
 * @param video where it lies
 * @param sha256 of the file, 64 hex digits
 */
public record BroughtRecording(
        RecordingId id,
        LikenessId likeness,
        DataKeyId dataKey,
        ObjectKey video,
        String sha256,
        RecordingPurpose purpose) {
    /** Where its face track will lie: beside it. */
    ObjectKey tracking() {
        return new ObjectKey(video.value() + "-tracking");
    }

    @Override
    public String toString() {
        return "BroughtRecording[" + id.value() + ", " + purpose + "]";
    }
}
