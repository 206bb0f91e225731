package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An ISO base media file bound piece by piece: the blocks of its {@code mdat} boxes, or the fragments behind its index, each a
 * leaf of a tree. Every leaf must be there; a file that was cut is not the one that was signed.
 */
final class MerkleBinding {
    /** Size, type, and eight bytes more, so that a wide header is never hashed as content. */
    private static final int BEFORE_BLOCKS = 16;

    private static final int MOST_TREES = 100;

    private final SeekableByteChannel file;
    private final BmffContent content;
    private final String alg;
    private final List<BmffBox> roots;

    /** @param alg what hashes are by that do not say it themselves */
    MerkleBinding(SeekableByteChannel file, BmffContent content, String alg) throws IOException {
        this.file = file;
        this.content = content;
        this.alg = alg;
        this.roots = BmffWalker.roots(file);
    }

    boolean matches(Map<?, ?> binding) throws IOException {
        List<MerkleTree.Proof> proofs = MerkleBoxes.proofs(file, roots);
        List<Map<?, ?>> trees = trees(binding);
        return roots.stream().anyMatch(box -> box.type().equals("moof"))
                ? fragments(binding, trees, proofs, Fragments.ofOneFile(roots))
                        || fragments(binding, trees, proofs, Fragments.ofJoinedFiles(file, roots))
                : blocks(binding, trees, proofs);
    }

    private boolean fragments(
            Map<?, ?> binding, List<Map<?, ?>> trees, List<MerkleTree.Proof> proofs, Fragments fragments)
            throws IOException {
        if (binding.get("hash") instanceof byte[] expected && !isWhole(expected)
                || fragments.all().size() != proofs.size()) {
            return false;
        }
        int found = 0;
        for (Map<?, ?> map : trees) {
            MerkleTree tree = MerkleTree.of(map, alg);
            MessageDigest digest = tree.digest();
            content.addTo(digest, fragments.before(), 0);
            if (!(map.get("initHash") instanceof byte[] expected)
                    || !MessageDigest.isEqual(digest.digest(), expected)) {
                return false;
            }
            int next = 0;
            for (int i = 0; i < proofs.size(); i++) {
                MerkleTree.Proof proof = proofs.get(i);
                if (proof.isOf(tree)) {
                    List<BmffBox> fragment = fragments.all().get(i);
                    content.addTo(digest, fragment, fragments.base(fragment));
                    if (proof.location() != next++ || !tree.holds(digest.digest(), proof.location(), proof.hashes())) {
                        return false;
                    }
                }
            }
            if (next != tree.count()) {
                return false;
            }
            found += next;
        }
        return found == proofs.size();
    }

    private boolean isWhole(byte[] expected) throws IOException {
        MessageDigest digest = Digests.named(alg).orElseThrow();
        content.addTo(digest, roots, 0);
        return MessageDigest.isEqual(digest.digest(), expected);
    }

    private boolean blocks(Map<?, ?> binding, List<Map<?, ?>> trees, List<MerkleTree.Proof> proofs) throws IOException {
        List<BmffBox> media =
                roots.stream().filter(box -> box.type().equals("mdat")).toList();
        if (!(binding.get("hash") instanceof byte[] expected)) {
            throw new MalformedCredentialsException("a binding without a hash");
        }
        if (!isWhole(expected) || trees.size() != media.size()) {
            return false;
        }
        boolean[] seen = new boolean[media.size()];
        for (Map<?, ?> map : trees) {
            MerkleTree tree = MerkleTree.of(map, alg);
            int which = (int) Math.min(Integer.MAX_VALUE, tree.localId());
            if (which >= seen.length || seen[which] || !blocks(map, tree, media.get(which), proofs)) {
                return false;
            }
            seen[which] = true;
        }
        return true;
    }

    private boolean blocks(Map<?, ?> map, MerkleTree tree, BmffBox media, List<MerkleTree.Proof> proofs)
            throws IOException {
        List<ByteRange> blocks = MerkleBoxes.blocks(
                map, ByteRange.between(Math.min(media.offset() + BEFORE_BLOCKS, media.end()), media.end()), tree);
        if (blocks.size() != tree.count()) {
            return false;
        }
        Map<Long, List<byte[]>> ways = tree.ways(proofs);
        for (int i = 0; i < blocks.size(); i++) {
            MessageDigest digest = tree.digest();
            blocks.get(i).addTo(digest, file);
            if (!tree.holds(digest.digest(), i, ways.getOrDefault((long) i, List.of()))) {
                return false;
            }
        }
        return true;
    }

    private static List<Map<?, ?>> trees(Map<?, ?> binding) throws MalformedCredentialsException {
        List<Map<?, ?>> trees = new ArrayList<>();
        if (binding.get("merkle") instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map) || trees.size() == MOST_TREES) {
                    throw new MalformedCredentialsException("trees that are none, or too many");
                }
                trees.add(map);
            }
        }
        if (trees.isEmpty()) {
            throw new MalformedCredentialsException("a binding without trees");
        }
        return trees;
    }
}
