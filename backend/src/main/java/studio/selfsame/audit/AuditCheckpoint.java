package studio.selfsame.audit;

/**
 * A C2SP tlog-checkpoint.
 *
 * @param size entries in the tree
 * @param rootHashHex SHA-256 Merkle root, 64 hex digits
 * @param note the signed note text (origin, size, base64 root, Ed25519 signature line)
 */
public record AuditCheckpoint(long size, String rootHashHex, String note) {}
