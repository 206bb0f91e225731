package studio.selfsame.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A question to somebody's authenticator.
 *
 * @param spent it was answered before
 */
record CeremonyRow(UUID id, PersonId person, Purpose purpose, byte[] challenge, Instant expiresAt, boolean spent) {
    /** What the answer is good for, and for nothing else. */
    enum Purpose {
        REGISTRATION,
        SIGNATURE,
        STEP_UP
    }

    @Override
    public String toString() {
        return "CeremonyRow[" + id + "]";
    }
}
