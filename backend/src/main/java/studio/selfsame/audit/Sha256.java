package studio.selfsame.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of the trail; leaves and nodes of the tree as RFC 9162, section 2.1.1, has them. */
final class Sha256 {
    static final int BYTES = 32;
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Sha256() {}

    static byte[] of(byte[]... parts) {
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

    static byte[] leaf(byte[] data) {
        return of(LEAF, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }
}
