package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A copy of an MP4 with room for a manifest behind its type. All that follows moves, and its index says so. */
final class RoomyCopy {
    /** The least offset that a table of 32-bit offsets ({@code stco}) cannot hold. */
    static final long NARROW_OFFSETS = 1L << 32;

    private RoomyCopy() {}

    /**
     * Writes the copy to {@code out}, which is empty. Tables of 32-bit offsets become tables of 64-bit offsets
     * ({@code co64}) where one of their entries would reach {@code narrow}.
     */
    static void write(FileChannel in, FileChannel out, int roomBytes, long narrow) throws IOException {
        List<BmffBox> roots = BmffWalker.roots(in);
        BmffBox type = roots.getFirst();
        List<BmffBox> rest = roots.subList(1, roots.size());
        MovedIndex index = index(in, rest, roomBytes, narrow);
        copy(in, type.offset(), type.size(), out);
        FrontRoom.write(out, FrontRoom.header(roomBytes), type.end());
        out.position(type.end() + roomBytes);
        for (BmffBox box : rest) {
            if (isIndex(box)) {
                index.copy(box, out);
            } else {
                copy(in, box.offset(), box.size(), out);
            }
        }
    }

    private static MovedIndex index(FileChannel in, List<BmffBox> boxes, long by, long narrow) throws IOException {
        MovedIndex index = index(in, boxes, by, false);
        for (BmffBox box : boxes) {
            if (isIndex(box) && index.reaches(box, narrow)) {
                return index(in, boxes, by, true);
            }
        }
        return index;
    }

    private static MovedIndex index(FileChannel in, List<BmffBox> boxes, long first, boolean wide) throws IOException {
        NavigableMap<Long, Long> moves = new TreeMap<>();
        moves.put(0L, 0L);
        MovedIndex index = new MovedIndex(in, moves, wide);
        long by = first;
        for (BmffBox box : boxes) {
            moves.put(box.offset(), by);
            if (isIndex(box)) {
                by += index.bytes(box) - box.size();
            }
        }
        return index;
    }

    private static boolean isIndex(BmffBox box) {
        return box.type().equals("moov");
    }

    /** To where {@code out} stands. */
    static void copy(FileChannel in, long from, long bytes, FileChannel out) throws IOException {
        for (long done = 0; done < bytes; ) {
            long moved = in.transferTo(from + done, bytes - done, out);
            if (moved <= 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            done += moved;
        }
    }
}
