package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;

/**
 * Bytes of a file.
 *
 * @param offset of the first
 * @param bytes how many, none negative
 */
record ByteRange(long offset, long bytes) {
    private static final int AT_ONCE = 1 << 18;

    static ByteRange between(long from, long to) {
        return new ByteRange(from, to - from);
    }

    long end() {
        return offset + bytes;
    }

    boolean covers(ByteRange other) {
        return offset <= other.offset && other.end() <= end();
    }

    /** Streams: memory does not depend on the range's size. */
    void addTo(MessageDigest digest, SeekableByteChannel file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(AT_ONCE, bytes));
        file.position(offset);
        for (long left = bytes; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            if (file.read(buffer) < 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            digest.update(buffer.flip());
        }
    }
}
