package studio.selfsame.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as it was registered and as it stands.
 *
 * @param attested attested credential data, as the authenticator gave it
 * @param publicKey SubjectPublicKeyInfo of the same key
 * @param signCount of the newest answer; 0 where the authenticator does not count
 * @param backupEligible it may be copied to other devices of the person's
 */
record PasskeyRow(
        UUID id,
        PersonId person,
        byte[] credentialId,
        byte[] attested,
        byte[] publicKey,
        long signCount,
        boolean backupEligible,
        String label,
        Instant registeredAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    @Override
    public String toString() {
        return "PasskeyRow[" + id + "]";
    }
}
