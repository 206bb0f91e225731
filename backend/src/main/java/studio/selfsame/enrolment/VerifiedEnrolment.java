package studio.selfsame.enrolment;

import java.util.Optional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * Footage every shot of which was matched to the person's verified portrait: the only thing a likeness can be trained
 * from, but for a {@link VerifiedRecording} that its owner names besides. Constructible only here.
 *
 * <p>The footage and the track lie in the vault under {@code dataKey}.
 */
public final class VerifiedEnrolment {
    private final EnrolmentId id;
    private final PersonId person;
    private final LikenessId likeness;
    private final DataKeyId dataKey;
    private final ObjectKey footage;
    private final ObjectKey tracking;
    private final String footageSha256;
    private final Optional<Coverage> coverage;

    VerifiedEnrolment(
            EnrolmentId id,
            PersonId person,
            LikenessId likeness,
            DataKeyId dataKey,
            ObjectKey footage,
            ObjectKey tracking,
            String footageSha256,
            Optional<Coverage> coverage) {
        this.id = id;
        this.person = person;
        this.likeness = likeness;
        this.dataKey = dataKey;
        this.footage = footage;
        this.tracking = tracking;
        this.footageSha256 = footageSha256;
        this.coverage = coverage;
    }

    public EnrolmentId id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    /** The likeness this footage is for; made with the enrolment, trained later. */
    public LikenessId likeness() {
        return likeness;
    }

    public DataKeyId dataKey() {
        return dataKey;
    }

    public ObjectKey footage() {
        return footage;
    }

    /** A {@code FaceTracking} of the one verified face, as written by {@code FaceTrackingCodec}. */
    public ObjectKey tracking() {
        return tracking;
    }

    public String footageSha256() {
        return footageSha256;
    }

    /** What it shows; empty for footage that was enrolled before this was measured. */
    public Optional<Coverage> coverage() {
        return coverage;
    }

    @Override
    public String toString() {
        return "VerifiedEnrolment[" + id.value() + "]";
    }
}
