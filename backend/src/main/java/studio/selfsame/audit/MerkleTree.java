package studio.selfsame.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1, over stored hashes of whole subtrees. */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final Nodes nodes;

    /** Hashes of whole subtrees; the one at (level, index) covers entries [index · 2^level, (index + 1) · 2^level). */
    interface Nodes {
        byte[] get(int level, long index);

        void put(int level, long index, byte[] hash);
    }

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Adds entry number {@code index}, and the hash of every subtree that it makes whole. */
    void append(long index, byte[] leafData) {
        var hash = sha256(new byte[] {LEAF}, leafData);
        nodes.put(0, index, hash);
        int level = 0;
        for (long at = index; (at & 1) == 1; at >>= 1) {
            hash = sha256(new byte[] {NODE}, nodes.get(level, at - 1), hash);
            level++;
            nodes.put(level, at >> 1, hash);
        }
    }

    /** Root over the first {@code size} entries. */
    byte[] root(long size) {
        return size == 0 ? sha256() : hash(0, size);
    }

    /** Sibling hashes from leaf {@code index} to the root over {@code size} entries; section 2.1.3.1. */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no entry " + index + " among " + size);
        }
        var path = new ArrayList<byte[]>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = start + largestPowerBelow(end - start);
            if (index < split) {
                path.addFirst(hash(split, end));
                end = split;
            } else {
                path.addFirst(hash(start, split));
                start = split;
            }
        }
        return path;
    }

    /** Proof that the tree over {@code size} entries only adds to the one over {@code earlier}; section 2.1.4.1. */
    List<byte[]> consistency(long earlier, long size) {
        if (earlier < 1 || earlier > size) {
            throw new IndexOutOfBoundsException("no tree of " + earlier + " entries before that of " + size);
        }
        var proof = new ArrayList<byte[]>();
        long start = 0;
        long end = size;
        while (earlier < end) {
            long split = start + largestPowerBelow(end - start);
            if (earlier <= split) {
                proof.addFirst(hash(split, end));
                end = split;
            } else {
                proof.addFirst(hash(start, split));
                start = split;
            }
        }
        // The verifier knows the earlier root itself, unless something stands left of what remains.
        if (start > 0) {
            proof.addFirst(hash(start, end));
        }
        return proof;
    }

    private byte[] hash(long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.get(level, start >> level);
        }
        long split = start + largestPowerBelow(length);
        return sha256(new byte[] {NODE}, hash(start, split), hash(split, end));
    }

    private static long largestPowerBelow(long length) {
        return Long.highestOneBit(length - 1);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
