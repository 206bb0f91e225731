package studio.selfsame.audit;

import java.util.OptionalLong;

/** Read side of the append-only record (RFC 9162 Merkle tree, signed checkpoints). */
public interface AuditTrail {
    /** Signed statement of the tree as it is now. */
    AuditCheckpoint checkpoint();

    /** Index of the newest entry about a subject. */
    OptionalLong latestIndexOf(String subject);

    /** Proof that entry {@code index} is in the tree of {@code checkpoint().size()} entries. */
    InclusionProof inclusionProof(long index);
}
