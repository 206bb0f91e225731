package studio.selfsame.enrolment;

import java.util.UUID;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.FrameRate;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/** For the tests of other rooms: recordings as if they had been verified. */
public final class PlayedRecordings {
    private PlayedRecordings() {}

    public static VerifiedRecording of(LikenessId likeness, String sha256, FrameRate frameRate, FaceTracking tracking) {
        UUID id = new UUID(0, sha256.hashCode());
        return new VerifiedRecording(
                new RecordingId(id),
                new PersonId(likeness.value()),
                likeness,
                new DataKeyId(likeness.value()),
                new ObjectKey("performance/" + id + "/video"),
                sha256,
                frameRate,
                tracking.frameCount(),
                tracking);
    }
}
