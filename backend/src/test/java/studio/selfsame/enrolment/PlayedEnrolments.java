package studio.selfsame.enrolment;

import java.util.Optional;
import java.util.UUID;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/** For the tests of other rooms: footage as if it had been verified, and what lies where. */
public final class PlayedEnrolments {
    private PlayedEnrolments() {}

    public static VerifiedEnrolment of(PersonId person, LikenessId likeness, DataKeyId key, String sha256) {
        UUID id = UUID.randomUUID();
        return new VerifiedEnrolment(
                new EnrolmentId(id),
                person,
                likeness,
                key,
                new ObjectKey("enrolment/" + id + "/footage"),
                new ObjectKey("enrolment/" + id + "/tracking"),
                sha256,
                Optional.empty());
    }
}
