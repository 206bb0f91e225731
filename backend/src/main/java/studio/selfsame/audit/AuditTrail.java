package studio.selfsame.audit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Read side of the append-only record (RFC 9162 Merkle tree, signed checkpoints). */
public interface AuditTrail {
    /** Signed statement of the tree as it is now. */
    AuditCheckpoint checkpoint();

    /** Index of the newest entry about a subject. */
    OptionalLong latestIndexOf(String subject);

    /**
     * The newest entry that says all this, by what the tree holds of it.
     *
     * @param kind of {@link AuditRecord#kind()}
     * @param facts that it has, among others
     * @return empty when there is none, or what it said was erased
     */
    Optional<Entry> find(String kind, String subject, Map<String, String> facts);

    /** Proof that entry {@code index} is in the tree of {@code checkpoint().size()} entries. */
    InclusionProof inclusionProof(long index);

    /**
     * One entry of the tree.
     *
     * @param commitmentHex SHA-256 of its salt and its text, 64 hex digits: what its leaf is made of, and all that anybody
     *     can see of it
     */
    record Entry(long index, String commitmentHex) {}
}
