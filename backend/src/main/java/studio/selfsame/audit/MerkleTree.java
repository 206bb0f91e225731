package studio.selfsame.audit;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1, over stored hashes of whole subtrees. */
final class MerkleTree {
    private final Nodes nodes;

    /** Hashes of whole subtrees, read only: they grow where the rows are. The one at (level, index) covers entries [index · 2^level, (index + 1) · 2^level). */
    interface Nodes {
        byte[] get(int level, long index);
    }

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Root over the first {@code size} entries. */
    byte[] root(long size) {
        return size == 0 ? Sha256.of() : hash(0, size);
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
        return Sha256.node(hash(start, split), hash(split, end));
    }

    private static long largestPowerBelow(long length) {
        return Long.highestOneBit(length - 1);
    }
}
