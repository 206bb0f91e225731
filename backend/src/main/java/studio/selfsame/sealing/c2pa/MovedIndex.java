package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The index of an MP4 on its way into a copy whose boxes stand elsewhere. The tables in it that say where in the file the
 * samples lie ({@code stco}, {@code co64}) are written anew, all else as it is.
 *
 * @param in the file that is copied
 * @param moves by how much the boxes at its root move, by their offset
 * @param wide whether all tables become {@code co64}
 */
record MovedIndex(FileChannel in, NavigableMap<Long, Long> moves, boolean wide) {
    private static final Map<String, String> PATH =
            Map.of("moov", "trak", "trak", "mdia", "mdia", "minf", "minf", "stbl");
    /** Header, version and flags, number of entries. */
    private static final int BEFORE_ENTRIES = 16;

    private static final int ENTRIES_AT_ONCE = 8192;

    /** Some entries of a table. */
    @FunctionalInterface
    private interface Entries {
        void take(long[] offsets) throws IOException;
    }

    /** Bytes of a {@code moov} box, or of one on the way to its tables, in the copy. */
    long bytes(BmffBox box) throws IOException {
        long bytes = box.headerBytes();
        for (BmffBox child : BmffWalker.boxes(in, box.contentOffset(), box.end())) {
            if (isOnTheWay(box, child)) {
                bytes += bytes(child);
            } else {
                bytes += isTable(box, child) ? BEFORE_ENTRIES + entries(child) * width(child) : child.size();
            }
        }
        return bytes;
    }

    /** Whether an entry of a table of 32-bit offsets would be as large as this. */
    boolean reaches(BmffBox box, long limit) throws IOException {
        boolean[] reached = {false};
        for (BmffBox child : BmffWalker.boxes(in, box.contentOffset(), box.end())) {
            if (isOnTheWay(box, child)) {
                reached[0] |= reaches(child, limit);
            } else if (isTable(box, child) && width(child) == Integer.BYTES) {
                forEach(child, offsets -> {
                    for (long offset : offsets) {
                        reached[0] |= offset >= limit;
                    }
                });
            }
        }
        return reached[0];
    }

    /** Writes the box to where {@code out} stands. */
    void copy(BmffBox box, FileChannel out) throws IOException {
        write(out, header(box.type(), box.headerBytes(), bytes(box)));
        for (BmffBox child : BmffWalker.boxes(in, box.contentOffset(), box.end())) {
            if (isOnTheWay(box, child)) {
                copy(child, out);
            } else if (isTable(box, child)) {
                copyTable(child, out);
            } else {
                RoomyCopy.copy(in, child.offset(), child.size(), out);
            }
        }
    }

    private void copyTable(BmffBox table, FileChannel out) throws IOException {
        long entries = entries(table);
        int width = width(table);
        write(out, header(width == Long.BYTES ? "co64" : "stco", 8, BEFORE_ENTRIES + entries * width));
        RoomyCopy.copy(in, table.contentOffset(), 8, out);
        forEach(table, offsets -> {
            ByteBuffer some = ByteBuffer.allocate(offsets.length * width);
            for (long offset : offsets) {
                if (width == Long.BYTES) {
                    some.putLong(offset);
                } else {
                    some.putInt((int) offset);
                }
            }
            write(out, some.flip());
        });
    }

    /** The offsets as they are in the copy. */
    private void forEach(BmffBox table, Entries some) throws IOException {
        boolean isWide = table.type().equals("co64");
        int width = isWide ? Long.BYTES : Integer.BYTES;
        long entries = entries(table);
        for (long done = 0; done < entries; done += ENTRIES_AT_ONCE) {
            int count = (int) Math.min(ENTRIES_AT_ONCE, entries - done);
            ByteBuffer read = BmffWalker.read(in, table.contentOffset() + 8 + done * width, count * width);
            long[] offsets = new long[count];
            for (int i = 0; i < count; i++) {
                long offset = isWide ? read.getLong() : Integer.toUnsignedLong(read.getInt());
                offsets[i] =
                        offset < 0 ? offset : offset + moves.floorEntry(offset).getValue();
            }
            some.take(offsets);
        }
    }

    private long entries(BmffBox table) throws IOException {
        long most =
                (table.size() - table.headerBytes() - 8) / (table.type().equals("co64") ? Long.BYTES : Integer.BYTES);
        long entries = most < 0
                ? 1
                : Integer.toUnsignedLong(
                        BmffWalker.read(in, table.contentOffset() + 4, 4).getInt());
        if (entries > most) {
            throw new MalformedCredentialsException("a chunk table longer than its box");
        }
        return entries;
    }

    /** Of an entry in the copy. */
    private int width(BmffBox table) {
        return wide || table.type().equals("co64") ? Long.BYTES : Integer.BYTES;
    }

    private static boolean isOnTheWay(BmffBox box, BmffBox child) {
        return child.type().equals(PATH.get(box.type()));
    }

    private static boolean isTable(BmffBox box, BmffBox child) {
        return box.type().equals("stbl") && child.type().matches("stco|co64");
    }

    private static ByteBuffer header(String type, int headerBytes, long size) {
        ByteBuffer header = ByteBuffer.allocate(headerBytes);
        header.putInt(headerBytes == 8 ? Math.toIntExact(size) : 1);
        header.put(type.getBytes(StandardCharsets.ISO_8859_1));
        if (headerBytes > 8) {
            header.putLong(size);
        }
        return header.flip();
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
