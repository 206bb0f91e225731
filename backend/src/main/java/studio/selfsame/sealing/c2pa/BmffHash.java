package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.List;

/**
 * The hard binding of an ISO base media file, {@code c2pa.hash.bmff.v3}: for each root box that is not left out, its
 * offset as eight big-endian bytes and then the box. Streams: memory does not depend on the file's size.
 */
final class BmffHash {
    static final String LABEL = "c2pa.hash.bmff.v3";
    private static final int BUFFER_BYTES = 1 << 18;

    private BmffHash() {}

    static byte[] of(SeekableByteChannel file, List<BmffExclusion> exclusions, MessageDigest digest)
            throws IOException {
        for (BmffBox box : BmffWalker.roots(file)) {
            add(file, box, exclusions, digest);
        }
        return digest.digest();
    }

    /** Of media data on their way from one file into another. */
    static void copy(FileChannel in, BmffBox from, FileChannel out, BmffBox to, MessageDigest digest)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        digest.update(ByteBuffer.allocate(8).putLong(0, to.offset()));
        for (long done = 0; done < from.size(); ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), from.size() - done));
            int read = in.read(buffer, from.offset() + done);
            if (read < 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            digest.update(buffer.flip());
            buffer.rewind();
            while (buffer.hasRemaining()) {
                out.write(buffer, to.offset() + done + buffer.position());
            }
            done += read;
        }
    }

    /** Of one box, unless it is left out. */
    static void add(SeekableByteChannel file, BmffBox box, List<BmffExclusion> exclusions, MessageDigest digest)
            throws IOException {
        if (!excluded(file, box, exclusions)) {
            digest.update(ByteBuffer.allocate(8).putLong(0, box.offset()));
            add(file, box, digest);
        }
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

    private static void add(SeekableByteChannel file, BmffBox box, MessageDigest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, box.size()));
        file.position(box.offset());
        long left = box.size();
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = file.read(buffer);
            if (read < 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            digest.update(buffer.flip());
            left -= read;
        }
    }
}
