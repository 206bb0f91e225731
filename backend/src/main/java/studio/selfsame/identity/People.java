package studio.selfsame.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studio.selfsame.policy.Verification;

/** Who is asking, and how well we know them. */
public interface People {
    /** The signed-in person of the present request; made known on first sight. */
    Person current();

    /** The newest verification that a referee approved. */
    Optional<IdentityVerification> verificationOf(PersonId person);

    /** The same, for policy to judge. */
    default Verification verificationOf(PersonId person, Instant now) {
        return verificationOf(person)
                .<Verification>map(known -> new Verification.Approved(Duration.between(known.decidedAt(), now)))
                .orElseGet(Verification.None::new);
    }
}
