package studio.selfsame.audit;

import java.time.Instant;

/**
 * A checkpoint as it was signed and kept.
 *
 * @param root 32 bytes
 * @param note the signed note, without cosignatures
 */
record StoredCheckpoint(long size, byte[] root, Instant signedAt, String note) {}
