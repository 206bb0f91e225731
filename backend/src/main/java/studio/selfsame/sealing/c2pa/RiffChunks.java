package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The chunks of a WAV, WebP or AVI, among them {@code C2PA}, which carries a manifest store (C2PA 2.4, annex A.3.5). */
final class RiffChunks {
    private static final String STORE = "C2PA";
    private static final int HEADER_BYTES = 12;
    private static final int MOST_CHUNKS = 100_000;

    private RiffChunks() {}

    static boolean isRiff(SeekableByteChannel file) throws IOException {
        return file.size() >= HEADER_BYTES && type(BmffWalker.read(file, 0, 4)).equals("RIFF");
    }

    /** The stores, as far as the chunks make sense; never throws for what the file holds. */
    static List<StorePlace> stores(SeekableByteChannel file) throws IOException {
        List<StorePlace> stores = new ArrayList<>();
        long at = HEADER_BYTES;
        for (int chunks = 0; chunks < MOST_CHUNKS && file.size() - at >= 8; chunks++) {
            ByteBuffer head = BmffWalker.read(file, at, 8).order(ByteOrder.LITTLE_ENDIAN);
            String type = type(head);
            long data = Integer.toUnsignedLong(head.getInt());
            if (data > file.size() - at - 8) {
                return stores;
            }
            if (type.equals(STORE)) {
                stores.add(new StorePlace(
                        FileForm.RIFF, new ByteRange(at, 8 + data + data % 2), new ByteRange(at + 8, data)));
            }
            at += 8 + data + data % 2;
        }
        return stores;
    }

    private static String type(ByteBuffer head) {
        byte[] letters = new byte[4];
        head.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
