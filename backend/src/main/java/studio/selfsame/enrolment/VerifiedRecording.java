package studio.selfsame.enrolment;

import studio.selfsame.consent.LikenessId;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * A recording, other than enrolled footage, in which the verified person was found again by their face: a driving take, or a
 * video of theirs that is to be drawn into. Nothing is learnt from it. Constructible only here.
 *
 * <p>The video lies in the vault under {@code dataKey}, the key of the likeness.
 */
public final class VerifiedRecording {
    private final PersonId person;
    private final LikenessId likeness;
    private final DataKeyId dataKey;
    private final ObjectKey video;
    private final FaceTracking tracking;

    VerifiedRecording(PersonId person, LikenessId likeness, DataKeyId dataKey, ObjectKey video, FaceTracking tracking) {
        this.person = person;
        this.likeness = likeness;
        this.dataKey = dataKey;
        this.video = video;
        this.tracking = tracking;
    }

    public PersonId person() {
        return person;
    }

    public LikenessId likeness() {
        return likeness;
    }

    public DataKeyId dataKey() {
        return dataKey;
    }

    public ObjectKey video() {
        return video;
    }

    /** Tracks of the verified person alone, whoever else is in the picture. */
    public FaceTracking tracking() {
        return tracking;
    }

    @Override
    public String toString() {
        return "VerifiedRecording[of " + likeness.value() + "]";
    }
}
