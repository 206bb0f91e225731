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
        List<StorePlace> stores = new ArrayList<>();
        long at = SIGNATURE.length;
        for (int chunks = 0; chunks < MOST_CHUNKS && file.size() - at >= AROUND; chunks++) {
            ByteBuffer head = BmffWalker.read(file, at, 8);
            long data = Integer.toUnsignedLong(head.getInt());
            byte[] type = new byte[4];
            head.get(type);
            if (data > file.size() - at - AROUND) {
                return stores;
            }
            if (new String(type, StandardCharsets.ISO_8859_1).equals(STORE)) {
                stores.add(new StorePlace(at, data + AROUND, at + 8, data, true));
            }
            at += data + AROUND;
        }
        return stores;
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
