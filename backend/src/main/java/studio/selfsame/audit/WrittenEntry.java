package studio.selfsame.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A record as it is kept.
 *
 * @param recordedAt whole microseconds
 * @param entry canonical JSON (RFC 8785) of facts, kind, time and subject
 * @param salt 32 random bytes, without which nobody can guess an entry from its commitment
 * @param commitment SHA-256 of salt and entry: what the tree's leaf is made of
 */
record WrittenEntry(Instant recordedAt, String kind, String subject, String entry, byte[] salt, byte[] commitment) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static WrittenEntry of(AuditRecord said, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var entry = CanonicalJson.of(Map.of(
                "facts", said.facts(), "kind", said.kind(), "recordedAt", at.toString(), "subject", said.subject()));
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new WrittenEntry(at, said.kind(), said.subject(), entry, salt, commitment(salt, entry));
    }

    static byte[] commitment(byte[] salt, String entry) {
        return Sha256.of(salt, entry.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "WrittenEntry[" + kind + "]";
    }
}
