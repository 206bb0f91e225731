package studio.selfsame.audit;

import org.apache.commons.codec.digest.DigestUtils;

/** The one hash of the trail; leaves and nodes of the tree as RFC 9162, section 2.1.1, has them. */
final class Sha256 {
    static final int BYTES = 32;
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        var digest = DigestUtils.getSha256Digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] leaf(byte[] data) {
        return of(LEAF, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }
}
