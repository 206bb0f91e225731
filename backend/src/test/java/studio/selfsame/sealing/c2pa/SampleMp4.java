package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An MP4 skeleton: type, index with one chunk table, and data that the table points into. Plays nothing, walks as one. */
public final class SampleMp4 {
    private static final int CHUNKS = 10;
    private static final int CHUNK_BYTES = 1000;

    private SampleMp4() {}

    public static Path write(Path file, boolean wide, boolean indexFirst) throws IOException {
        return write(file, wide, indexFirst, 0);
    }

    /** @param roomBytes free in front of the media data, behind the index where that comes first; 0 or at least 8 */
    static Path write(Path file, boolean wide, boolean indexFirst, int roomBytes) throws IOException {
        byte[] type = box("ftyp", "isom\0\0\0\1isomavc1".getBytes(StandardCharsets.US_ASCII));
        byte[] data = new byte[CHUNKS * CHUNK_BYTES];
        new Random(7).nextBytes(data);
        byte[] media = box("mdat", data);
        int indexBytes = index(wide, 0).length;
        long first = type.length + (indexFirst ? indexBytes : 0) + roomBytes + 8;
        byte[] index = index(wide, first);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(type);
        if (indexFirst) {
            all.writeBytes(index);
        }
        if (roomBytes > 0) {
            all.writeBytes(box("free", new byte[roomBytes - 8]));
        }
        all.writeBytes(media);
        if (!indexFirst) {
            all.writeBytes(index);
        }
        return Files.write(file, all.toByteArray());
    }

    private static byte[] index(boolean wide, long first) {
        int width = wide ? 8 : 4;
        ByteBuffer table = ByteBuffer.allocate(8 + CHUNKS * width).putInt(0).putInt(CHUNKS);
        for (int i = 0; i < CHUNKS; i++) {
            long offset = first + (long) i * CHUNK_BYTES;
            if (wide) {
                table.putLong(offset);
            } else {
                table.putInt((int) offset);
            }
        }
        byte[] chunks = box(wide ? "co64" : "stco", table.array());
        byte[] head = box("mvhd", new byte[100]);
        byte[] track = box("trak", box("mdia", box("minf", box("stbl", chunks))));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(head);
        content.writeBytes(track);
        return box("moov", content.toByteArray());
    }

    static byte[] box(String type, byte[] content) {
        return JumbfWriter.box(type, content);
    }
}
