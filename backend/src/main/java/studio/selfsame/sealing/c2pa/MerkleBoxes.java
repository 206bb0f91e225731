package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The {@code uuid} boxes that tell of a fragment or a block where it belongs (C2PA 2.4, annex A.5). */
final class MerkleBoxes {
    private static final byte[] PURPOSE = "merkle\0".getBytes(StandardCharsets.US_ASCII);
    /** Extended type, version and flags, purpose. */
    private static final int BEFORE_PROOF = 16 + 4 + PURPOSE.length;

    private static final int MOST_BYTES = 16 << 20;

    private MerkleBoxes() {}

    static boolean isOne(SeekableByteChannel file, BmffBox box) throws IOException {
        if (!box.type().equals("uuid") || box.size() < box.headerBytes() + BEFORE_PROOF) {
            return false;
        }
        byte[] head = BmffWalker.read(file, box.contentOffset(), BEFORE_PROOF).array();
        return Arrays.equals(head, 0, 16, ManifestBox.uuid(), 0, 16)
                && Arrays.equals(head, 20, BEFORE_PROOF, PURPOSE, 0, PURPOSE.length);
    }

    /** In the order of the file. */
    static List<MerkleTree.Proof> proofs(SeekableByteChannel file, List<BmffBox> roots) throws IOException {
        List<MerkleTree.Proof> proofs = new ArrayList<>();
        long bytes = 0;
        for (BmffBox box : roots) {
            if (isOne(file, box)) {
                long start = box.contentOffset() + BEFORE_PROOF;
                bytes += box.end() - start;
                if (bytes > MOST_BYTES) {
                    throw new MalformedCredentialsException("proofs that are too long");
                }
                byte[] cbor =
                        BmffWalker.read(file, start, (int) (box.end() - start)).array();
                proofs.add(MerkleTree.Proof.of(CborDecoder.decodePaddedMap(cbor)));
            }
        }
        return proofs;
    }

    /** Blocks of the size or the sizes that the tree tells; one of everything where it tells none. */
    static List<ByteRange> blocks(Map<?, ?> map, ByteRange media, MerkleTree tree)
            throws MalformedCredentialsException {
        List<ByteRange> blocks = new ArrayList<>();
        long at = media.offset();
        while (at < media.end() && blocks.size() < tree.count()) {
            long bytes = size(map, blocks.size(), media.end() - at);
            blocks.add(new ByteRange(at, bytes));
            at += bytes;
        }
        if (at != media.end()) {
            throw new MalformedCredentialsException("blocks that do not fill the media data");
        }
        return blocks;
    }

    private static long size(Map<?, ?> map, int block, long left) throws MalformedCredentialsException {
        Object size = map.get("fixedBlockSize");
        if (map.get("variableBlockSizes") instanceof List<?> sizes) {
            size = block < sizes.size() ? sizes.get(block) : null;
            if (size == null || size instanceof Long bytes && bytes > left) {
                throw new MalformedCredentialsException("blocks that do not fill the media data");
            }
        } else if (size == null) {
            return left;
        }
        if (size instanceof Long bytes && bytes > 0) {
            return Math.min(bytes, left);
        }
        throw new MalformedCredentialsException("blocks of no size");
    }
}
