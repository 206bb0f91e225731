package studio.selfsame.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An MP4 that is nothing but large: its type, media data that are a hole, and an index of 32-bit offsets that ends with the last. */
final class BigFile {
    private static final int TYPE_BYTES = 16;
    private static final int WIDE_HEADER_BYTES = 16;
    private static final long CHUNK_BYTES = 1 << 20;
    private static final long MOST_OFFSET = (1L << 32) - 1;

    private BigFile() {}

    /**
     * Writes it.
     *
     * @param bytes of the media data
     * @param roomBytes that are free in front of them, 0 or at least 8
     */
    static Path write(Path file, long bytes, int roomBytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(TYPE_BYTES + roomBytes + WIDE_HEADER_BYTES);
        head.putInt(TYPE_BYTES).put(ascii("ftyp")).put(ascii("isom")).putInt(0);
        if (roomBytes > 0) {
            head.putInt(roomBytes).put(ascii("free")).position(TYPE_BYTES + roomBytes);
        }
        head.putInt(1).put(ascii("mdat")).putLong(bytes + WIDE_HEADER_BYTES);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(head.flip(), 0);
            out.write(ByteBuffer.wrap(index(head.limit(), bytes)), head.limit() + bytes);
        }
        return file;
    }

    private static byte[] index(long first, long bytes) {
        long most = Math.min(bytes - 1, MOST_OFFSET - first);
        int entries = Math.toIntExact(most / CHUNK_BYTES + 1);
        ByteBuffer offsets = ByteBuffer.allocate(8 + 4 * entries).putInt(0).putInt(entries);
        for (int i = 1; i < entries; i++) {
            offsets.putInt((int) (first + (i - 1) * CHUNK_BYTES));
        }
        offsets.putInt((int) (first + most));
        return box("moov", box("trak", box("mdia", box("minf", box("stbl", box("stco", offsets.array()))))));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(type))
                .put(content)
                .array();
    }

    private static byte[] ascii(String type) {
        return type.getBytes(StandardCharsets.US_ASCII);
    }
}
