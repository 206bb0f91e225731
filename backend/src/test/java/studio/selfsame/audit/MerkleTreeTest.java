package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int SIZE = 70;

    private final List<byte[]> data = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(this::subtree);

    @BeforeEach
    void grow() {
        for (int index = 0; index < SIZE; index++) {
            data.add(("entry " + index).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void root_ofEverySize_isThatOfTheDefinition() {
        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root(size)).as("size %d", size).isEqualTo(Rfc9162Verifier.root(data.subList(0, size)));
        }
    }

    @Test
    void inclusion_ofEveryEntryInEverySize_verifies() {
        for (int size = 1; size <= SIZE; size++) {
            var root = tree.root(size);
            for (int index = 0; index < size; index++) {
                var path = tree.inclusion(index, size);
                var leaf = Rfc9162Verifier.leaf(data.get(index));
                assertThat(Rfc9162Verifier.includes(root, size, index, leaf, path))
                        .as("%d in %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void inclusion_withAnythingChanged_doesNotVerify() {
        var root = tree.root(SIZE);
        var path = tree.inclusion(33, SIZE);
        var leaf = Rfc9162Verifier.leaf(data.get(33));

        var otherLeaf = Rfc9162Verifier.leaf(data.get(34));
        assertThat(Rfc9162Verifier.includes(root, SIZE, 33, otherLeaf, path)).isFalse();
        assertThat(Rfc9162Verifier.includes(root, SIZE, 32, leaf, path)).isFalse();
        assertThat(Rfc9162Verifier.includes(tree.root(SIZE - 1), SIZE - 1, 33, leaf, path))
                .isFalse();
        path.getFirst()[0] ^= 1;
        assertThat(Rfc9162Verifier.includes(root, SIZE, 33, leaf, path)).isFalse();
    }

    @Test
    void consistency_ofEveryPairOfSizes_verifies() {
        for (int size = 1; size <= SIZE; size++) {
            for (int earlier = 1; earlier <= size; earlier++) {
                var proof = tree.consistency(earlier, size);
                assertThat(Rfc9162Verifier.isConsistent(tree.root(earlier), earlier, tree.root(size), size, proof))
                        .as("%d to %d", earlier, size)
                        .isTrue();
            }
        }
    }

    @Test
    void consistency_withAnotherHistory_doesNotVerify() {
        var proof = tree.consistency(20, SIZE);
        var rewritten = new ArrayList<>(data.subList(0, 20));
        rewritten.set(3, new byte[] {7});

        assertThat(Rfc9162Verifier.isConsistent(Rfc9162Verifier.root(rewritten), 20, tree.root(SIZE), SIZE, proof))
                .isFalse();
    }

    @Test
    void inclusion_ofAnEntryThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> tree.inclusion(SIZE, SIZE)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, SIZE)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void canonicalJson_ofAnything_isSortedAndEscaped() {
        assertThat(CanonicalJson.of(Map.of("b", "\"\\\n\u0001é", "a", Map.of("z", "", "y", "1"))))
                .isEqualTo("{\"a\":{\"y\":\"1\",\"z\":\"\"},\"b\":\"\\\"\\\\\\n\\u0001é\"}");
    }

    private byte[] subtree(int level, long index) {
        int from = Math.toIntExact(index << level);
        return Rfc9162Verifier.root(data.subList(from, from + (1 << level)));
    }
}
