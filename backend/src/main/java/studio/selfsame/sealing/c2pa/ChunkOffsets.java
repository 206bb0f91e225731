package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;

/** The tables in an MP4's index that say where in the file its samples lie ({@code stco}, {@code co64}). */
final class ChunkOffsets {
    private static final Map<String, String> PATH =
            Map.of("moov", "trak", "trak", "mdia", "mdia", "minf", "minf", "stbl");
    private static final int ENTRIES_AT_ONCE = 8192;

    private ChunkOffsets() {}

    /** Adds {@code by} to every offset at or after {@code from}, in place. */
    static void shift(FileChannel file, List<BmffBox> roots, long from, long by) throws IOException {
        for (BmffBox root : roots) {
            if (root.type().equals("moov")) {
                descend(file, root, from, by);
            }
        }
    }

    private static void descend(FileChannel file, BmffBox box, long from, long by) throws IOException {
        String wanted = PATH.getOrDefault(box.type(), "");
        for (BmffBox child : BmffWalker.boxes(file, box.contentOffset(), box.end())) {
            if (child.type().equals(wanted)) {
                descend(file, child, from, by);
            } else if (box.type().equals("stbl") && child.type().equals("stco")) {
                patch(file, child, Integer.BYTES, from, by);
            } else if (box.type().equals("stbl") && child.type().equals("co64")) {
                patch(file, child, Long.BYTES, from, by);
            }
        }
    }

    private static void patch(FileChannel file, BmffBox table, int width, long from, long by) throws IOException {
        long entries = Integer.toUnsignedLong(
                BmffWalker.read(file, table.contentOffset() + 4, 4).getInt());
        long start = table.contentOffset() + 8;
        if (entries > (table.end() - start) / width) {
            throw new MalformedCredentialsException("a chunk table longer than its box");
        }
        for (long done = 0; done < entries; done += ENTRIES_AT_ONCE) {
            int count = (int) Math.min(ENTRIES_AT_ONCE, entries - done);
            ByteBuffer some = BmffWalker.read(file, start + done * width, count * width);
            for (int i = 0; i < count; i++) {
                shift(some, i * width, width, from, by);
            }
            file.write(some.rewind(), start + done * width);
        }
    }

    private static void shift(ByteBuffer some, int at, int width, long from, long by)
            throws MalformedCredentialsException {
        long old = width == Integer.BYTES ? Integer.toUnsignedLong(some.getInt(at)) : some.getLong(at);
        long moved = old >= from ? old + by : old;
        if (width == Long.BYTES) {
            some.putLong(at, moved);
        } else if (moved >>> 32 == 0) {
            some.putInt(at, (int) moved);
        } else {
            throw new MalformedCredentialsException("a file over 4 GB whose chunk table has 32-bit offsets");
        }
    }
}
