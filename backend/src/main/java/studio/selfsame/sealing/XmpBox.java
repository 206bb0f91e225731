package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * XMP in an MP4: a box {@code uuid} at the root (XMP specification, part 3, section 1.2.9). As the last box it moves nothing
 * that the index points to.
 */
final class XmpBox {
    private static final byte[] UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
    private static final byte[] TYPE = "uuid".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 8;

    private XmpBox() {}

    static void append(Path file, String packet) throws IOException {
        byte[] xmp = packet.getBytes(StandardCharsets.UTF_8);
        int size = HEAD_BYTES + UUID.length + xmp.length;
        ByteBuffer box = ByteBuffer.allocate(size);
        box.putInt(size).put(TYPE).put(UUID).put(xmp);
        Files.write(file, box.array(), StandardOpenOption.APPEND);
    }

    /** The packet, if it is the file's last box of this kind. */
    static Optional<String> read(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (long at = 0; at + HEAD_BYTES <= channel.size(); ) {
                ByteBuffer head = read(channel, at, HEAD_BYTES);
                long size = Integer.toUnsignedLong(head.getInt());
                boolean isUuid = head.getInt() == ByteBuffer.wrap(TYPE).getInt();
                if (size == 1) {
                    size = read(channel, at + HEAD_BYTES, Long.BYTES).getLong();
                }
                if (size < HEAD_BYTES || size > channel.size() - at) {
                    return Optional.empty();
                }
                if (isUuid && size >= HEAD_BYTES + UUID.length && size < Integer.MAX_VALUE) {
                    ByteBuffer content = read(channel, at + HEAD_BYTES, (int) size - HEAD_BYTES);
                    if (ByteBuffer.wrap(UUID).equals(content.slice(0, UUID.length))) {
                        content.position(UUID.length);
                        return Optional.of(
                                StandardCharsets.UTF_8.decode(content).toString());
                    }
                }
                at += size;
            }
            return Optional.empty();
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        channel.position(at);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until it is full
        }
        return buffer.flip();
    }
}
