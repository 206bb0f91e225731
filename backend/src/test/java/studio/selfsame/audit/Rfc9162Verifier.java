package studio.selfsame.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies from the text of RFC 9162 alone, sharing nothing with the trail: roots by the definition in 2.1.1, proofs by
 * the step-by-step algorithms in 2.1.3.2 and 2.1.4.2.
 */
final class Rfc9162Verifier {
    private Rfc9162Verifier() {}

    static byte[] root(List<byte[]> leafData) {
        if (leafData.isEmpty()) {
            return sha256();
        }
        if (leafData.size() == 1) {
            return leaf(leafData.getFirst());
        }
        int k = 1;
        while (k * 2 < leafData.size()) {
            k *= 2;
        }
        return node(root(leafData.subList(0, k)), root(leafData.subList(k, leafData.size())));
    }

    static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    static boolean includes(byte[] root, long size, long index, byte[] leafHash, List<byte[]> path) {
        if (index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var r = leafHash;
        for (var p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                if ((fn & 1) == 0) {
                    while ((fn & 1) == 0 && fn != 0) {
                        fn >>= 1;
                        sn >>= 1;
                    }
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    static boolean isConsistent(byte[] first, long firstSize, byte[] second, long secondSize, List<byte[]> proof) {
        if (firstSize == secondSize) {
            return proof.isEmpty() && Arrays.equals(first, second);
        }
        if (proof.isEmpty()) {
            return false;
        }
        var path = new ArrayDeque<>(proof);
        if (Long.bitCount(firstSize) == 1) {
            path.addFirst(first);
        }
        long fn = firstSize - 1;
        long sn = secondSize - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = path.removeFirst();
        var sr = fr;
        for (var c : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                if ((fn & 1) == 0) {
                    while ((fn & 1) == 0 && fn != 0) {
                        fn >>= 1;
                        sn >>= 1;
                    }
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, first) && Arrays.equals(sr, second);
    }

    static List<byte[]> fromHex(List<String> hashes) {
        return hashes.stream().map(HexFormat.of()::parseHex).toList();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }
}
