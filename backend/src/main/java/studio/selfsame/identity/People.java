package studio.selfsame.identity;

import java.util.Optional;

/** Who is asking, and how well we know them. */
public interface People {
    /** The signed-in person of the present request; made known on first sight. */
    Person current();

    /** The newest verification that a referee approved. */
    Optional<IdentityVerification> verificationOf(PersonId person);
}
