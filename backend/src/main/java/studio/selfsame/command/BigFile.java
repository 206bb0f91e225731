package studio.selfsame.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An MP4 that is nothing but large: its type, then media data that are a hole. */
final class BigFile {
    private static final int TYPE_BYTES = 16;
    private static final int WIDE_HEADER_BYTES = 16;

    private BigFile() {}

    static Path write(Path file, long bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(TYPE_BYTES + WIDE_HEADER_BYTES);
        head.putInt(TYPE_BYTES).put(ascii("ftyp")).put(ascii("isom")).putInt(0);
        head.putInt(1).put(ascii("mdat")).putLong(bytes - TYPE_BYTES);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(head.flip(), 0);
            out.write(ByteBuffer.allocate(1), bytes - 1);
        }
        return file;
    }

    private static byte[] ascii(String type) {
        return type.getBytes(StandardCharsets.US_ASCII);
    }
}
