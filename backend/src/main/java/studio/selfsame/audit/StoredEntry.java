package studio.selfsame.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it lies in the database, whole or erased.
 *
 * @param erasedBy index of the record of its erasure; then all else but index and commitment is gone
 */
record StoredEntry(
        long index,
        byte[] commitment,
        Optional<Instant> recordedAt,
        Optional<String> kind,
        Optional<String> subject,
        Optional<String> entry,
        Optional<byte[]> salt,
        Optional<Long> erasedBy) {
    @Override
    public String toString() {
        return "StoredEntry[" + index + "]";
    }
}
