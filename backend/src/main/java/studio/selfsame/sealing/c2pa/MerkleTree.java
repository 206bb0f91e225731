package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tree of hashes, as a binding holds it: a node is the hash of the two below it, and one without a neighbour is
 * passed on as it is (C2PA 2.4, section 18.6.2).
 *
 * @param uniqueId with {@code localId} tells the trees of a binding apart
 * @param count of leaves
 * @param row hashes of all nodes at one height; the leaves' where there are as many
 */
record MerkleTree(long uniqueId, long localId, int count, String alg, List<byte[]> row) {
    private static final int MOST_LEAVES = 1_000_000;

    /**
     * A leaf's way up to the row, as a box beside the leaf tells it.
     *
     * @param location of the leaf, from 0
     * @param hashes of the neighbours on the way, lowest first
     */
    record Proof(long uniqueId, long localId, long location, List<byte[]> hashes) {
        static Proof of(Map<?, ?> map) throws MalformedCredentialsException {
            return new Proof(
                    number(map, "uniqueId"), number(map, "localId"), number(map, "location"), allOf(map.get("hashes")));
        }

        boolean isOf(MerkleTree tree) {
            return uniqueId == tree.uniqueId && localId == tree.localId;
        }
    }

    MerkleTree {
        row = List.copyOf(row);
    }

    /** @param bindingAlg what hashes are by that do not say it themselves */
    static MerkleTree of(Map<?, ?> map, String bindingAlg) throws MalformedCredentialsException {
        long count = number(map, "count");
        List<byte[]> row = allOf(map.get("hashes"));
        if (count == 0 || count > MOST_LEAVES || row.isEmpty() || row.size() > count) {
            throw new MalformedCredentialsException("a tree of " + count + " leaves with " + row.size() + " hashes");
        }
        String alg = map.get("alg") instanceof String named ? named : bindingAlg;
        if (Digests.named(alg).isEmpty()) {
            throw new MalformedCredentialsException("algorithm.unsupported", "an unknown algorithm");
        }
        return new MerkleTree(number(map, "uniqueId"), number(map, "localId"), (int) count, alg, row);
    }

    MessageDigest digest() {
        return Digests.named(alg).orElseThrow();
    }

    /** @param proof hashes of the neighbours on the way up to the row */
    boolean holds(byte[] leaf, long location, List<byte[]> proof) {
        byte[] hash = leaf;
        long index = location;
        int used = 0;
        for (int width = count; width != row.size(); width = (width + 1) / 2) {
            if (width == 1) {
                return false;
            }
            boolean right = index % 2 == 1;
            if (right || index + 1 < width) {
                if (used == proof.size()) {
                    return false;
                }
                byte[] neighbour = proof.get(used++);
                hash = right ? joined(neighbour, hash) : joined(hash, neighbour);
            }
            index /= 2;
        }
        return location < count && index < row.size() && MessageDigest.isEqual(row.get((int) index), hash);
    }

    private byte[] joined(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update(left);
        return digest.digest(right);
    }

    /** Of this tree's leaves, by location. */
    Map<Long, List<byte[]>> ways(List<Proof> proofs) {
        Map<Long, List<byte[]>> ways = new HashMap<>();
        proofs.stream().filter(proof -> proof.isOf(this)).forEach(proof -> ways.put(proof.location, proof.hashes));
        return ways;
    }

    private static long number(Map<?, ?> map, String field) throws MalformedCredentialsException {
        if (map.get(field) instanceof Long number && number >= 0) {
            return number;
        }
        throw new MalformedCredentialsException("a tree without " + field);
    }

    private static List<byte[]> allOf(@Nullable Object field) throws MalformedCredentialsException {
        List<byte[]> hashes = new ArrayList<>();
        if (field instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof byte[] hash)) {
                    throw new MalformedCredentialsException("a tree with something else than hashes");
                }
                hashes.add(hash);
            }
        }
        return hashes;
    }
}
