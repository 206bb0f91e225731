package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948), among them {@code caBX}, which carries a manifest store (C2PA 2.4, annex A.3.2). */
final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String STORE = "caBX";
    private static final int MOST_CHUNKS = 100_000;
    /** Length, type and checksum. */
    private static final int AROUND = 12;

    /** Signature and header chunk; the store follows them. */
    static final int HEADER_BYTES = SIGNATURE.length + AROUND + 13;

    private PngChunks() {}

    static boolean isPng(SeekableByteChannel file) throws IOException {
        return file.size() >= SIGNATURE.length
                && Arrays.equals(BmffWalker.read(file, 0, SIGNATURE.length).array(), SIGNATURE);
    }

    /** The stores, as far as the chunks make sense; never throws for what the file holds. */
    static List<StorePlace> stores(SeekableByteChannel file) throws IOException {
        return named(file).stream()
                .filter(chunk -> chunk.name().equals(NamedRange.STORE))
                .map(NamedRange::range)
                .map(chunk ->
                        new StorePlace(FileForm.PNG, chunk, new ByteRange(chunk.offset() + 8, chunk.bytes() - AROUND)))
                .toList();
    }

    /** The signature and all chunks, as far as they make sense. */
    static List<NamedRange> named(SeekableByteChannel file) throws IOException {
        List<NamedRange> chunks = new ArrayList<>();
        chunks.add(new NamedRange("PNGh", new ByteRange(0, SIGNATURE.length)));
        long at = SIGNATURE.length;
        while (chunks.size() <= MOST_CHUNKS && file.size() - at >= AROUND) {
            ByteBuffer head = BmffWalker.read(file, at, 8);
            long bytes = Integer.toUnsignedLong(head.getInt()) + AROUND;
            if (bytes > file.size() - at) {
                return chunks;
            }
            byte[] letters = new byte[4];
            head.get(letters);
            String type = new String(letters, StandardCharsets.ISO_8859_1);
            chunks.add(new NamedRange(name(type), new ByteRange(at, bytes)));
            at += bytes;
        }
        return chunks;
    }

    /** A chunk that merely calls itself what a store is called is none. */
    private static String name(String type) {
        return type.equals(STORE) ? NamedRange.STORE : type.equals(NamedRange.STORE) ? "chunk " + type : type;
    }

    static int sizeFor(int storeBytes) {
        return storeBytes + AROUND;
    }

    static byte[] chunk(byte[] store) {
        byte[] type = STORE.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(type);
        checksum.update(store);
        return ByteBuffer.allocate(sizeFor(store.length))
                .putInt(store.length)
                .put(type)
                .put(store)
                .putInt((int) checksum.getValue())
                .array();
    }
}
