package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Room for a manifest in an MP4: {@code free} boxes between its type, or its index where that comes next, and the media data.
 *
 * @param from where the manifest goes
 * @param indexBytes of the {@code moov} box that stands there now, 0 where the index is elsewhere
 * @param freeBytes that follow
 */
record FrontRoom(long from, long indexBytes, long freeBytes) {
    private static final int HEADER_BYTES = 8;
    private static final int AT_ONCE = 1 << 18;

    /** Empty for a file that has none. */
    static Optional<FrontRoom> in(FileChannel file) throws IOException {
        List<BmffBox> roots = BmffWalker.roots(file);
        int next = 1;
        long index = 0;
        if (roots.size() > next && roots.get(next).type().equals("moov")) {
            index = roots.get(next++).size();
        }
        long free = 0;
        while (next < roots.size() && roots.get(next).type().equals("free")) {
            free += roots.get(next++).size();
        }
        return free == 0
                ? Optional.empty()
                : Optional.of(new FrontRoom(roots.getFirst().end(), index, free));
    }

    /** Whether a box of so many bytes fits; what is left must have room for a header of its own. */
    boolean holds(int bytes) {
        return freeBytes == bytes || freeBytes - bytes >= HEADER_BYTES && freeBytes - bytes <= Integer.MAX_VALUE;
    }

    /**
     * Moves the index behind a manifest of this size, and makes a box of what is left. Nothing else moves, so that no offset of
     * any chunk changes.
     *
     * @return where the manifest goes; an empty one stands there
     */
    long take(FileChannel file, int bytes) throws IOException {
        // From its end on, for it overlaps with what it was.
        for (long left = indexBytes; left > 0; ) {
            int some = (int) Math.min(left, AT_ONCE);
            left -= some;
            write(file, BmffWalker.read(file, from + left, some).array(), from + left + bytes);
        }
        write(file, ManifestBox.write(new byte[bytes - ManifestBox.sizeFor(0)]), from);
        int rest = (int) (freeBytes - bytes);
        if (rest > 0) {
            write(file, header(rest), from + bytes + indexBytes);
        }
        return from;
    }

    /** Of a {@code free} box. */
    static byte[] header(int bytes) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putInt(bytes)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    static void write(FileChannel file, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }
}
