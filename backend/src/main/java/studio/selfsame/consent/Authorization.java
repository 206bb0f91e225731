package studio.selfsame.consent;

import java.time.Instant;
import java.util.UUID;
import studio.selfsame.identity.PersonId;

/**
 * Proof that one {@link Use} was permitted: signed, short-lived, constructible only in this room. Whoever does the work
 * hands it to {@link Authorizer#recheck} before each step.
 */
public final class Authorization {
    private final UUID id;
    private final Use use;
    private final PersonId requester;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final byte[] signature;

    Authorization(UUID id, Use use, PersonId requester, Instant issuedAt, Instant expiresAt, byte[] signature) {
        this.id = id;
        this.use = use;
        this.requester = requester;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.signature = signature.clone();
    }

    public UUID id() {
        return id;
    }

    public Use use() {
        return use;
    }

    public PersonId requester() {
        return requester;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        return "Authorization[" + id + "]";
    }
}
