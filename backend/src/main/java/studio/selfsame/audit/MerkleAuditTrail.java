package studio.selfsame.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Reads the tree; whole subtrees never change, so what it reads for one size is of one tree. */
@Service
class MerkleAuditTrail implements AuditTrail {
    private static final HexFormat HEX = HexFormat.of();

    private final AuditRows rows;
    private final MerkleTree tree;
    private final CheckpointKey key;
    private final Integration integration;

    MerkleAuditTrail(AuditRows rows, CheckpointKey key, Integration integration) {
        this.rows = rows;
        this.tree = new MerkleTree(rows);
        this.key = key;
        this.integration = integration;
    }

    @Override
    public AuditCheckpoint checkpoint() {
        integration.integrate();
        long size = rows.size();
        var root = tree.root(size);
        integration.awaitDisk();
        return new AuditCheckpoint(size, HEX.formatHex(root), key.sign(size, root));
    }

    @Override
    public OptionalLong latestIndexOf(String subject) {
        integration.integrate();
        return rows.latestIndexOf(subject);
    }

    @Override
    public Optional<Entry> find(String kind, String subject, Map<String, String> facts) {
        integration.integrate();
        return rows.newest(kind, subject, CanonicalJson.of(Map.of("facts", facts)));
    }

    @Override
    public InclusionProof inclusionProof(long index) {
        long size = rows.size();
        var path = hex(tree.inclusion(index, size));
        return new InclusionProof(index, size, HEX.formatHex(rows.get(0, index)), path);
    }

    /** Sibling hashes that prove that the present tree only adds to the one of {@code earlier} entries. */
    ConsistencyProof consistencyProof(long earlier) {
        long size = rows.size();
        return new ConsistencyProof(earlier, size, hex(tree.consistency(earlier, size)));
    }

    /** The key that verifies checkpoints, as C2SP signed-note tools take it. */
    String verifierKey() {
        return key.verifier().toString();
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    /** RFC 9162 consistency proof between two sizes, hashes as 64 hex digits. */
    record ConsistencyProof(long earlierSize, long size, List<String> pathHex) {}
}
