package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.List;

/**
 * The hard binding of an ISO base media file, {@code c2pa.hash.bmff.v3}: for each root box that is not left out, its
 * offset as eight big-endian bytes and then the box. Streams: memory does not depend on the file's size.
 */
final class BmffHash {
    static final String LABEL = "c2pa.hash.bmff.v3";

    private BmffHash() {}

    static byte[] of(SeekableByteChannel file, List<BmffExclusion> exclusions, MessageDigest digest)
            throws IOException {
        for (BmffBox box : BmffWalker.roots(file)) {
            if (!excluded(file, box, exclusions)) {
                digest.update(ByteBuffer.allocate(8).putLong(0, box.offset()));
                new ByteRange(box.offset(), box.size()).addTo(digest, file);
            }
        }
        return digest.digest();
    }

    private static boolean excluded(SeekableByteChannel file, BmffBox box, List<BmffExclusion> exclusions)
            throws IOException {
        for (BmffExclusion exclusion : exclusions) {
            if (exclusion.covers(file, box)) {
                return true;
            }
        }
        return false;
    }
}
