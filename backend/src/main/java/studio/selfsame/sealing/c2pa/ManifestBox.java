package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The {@code uuid} box that carries a manifest store in an ISO base media file (C2PA 2.4, annex A.5). */
final class ManifestBox {
    private static final byte[] UUID = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    private static final byte[] PURPOSE = "manifest\0".getBytes(StandardCharsets.US_ASCII);
    /** Box header, extended type, version and flags, purpose, offset of the first Merkle box. */
    private static final int BEFORE_STORE = 8 + 16 + 4 + PURPOSE.length + 8;

    private ManifestBox() {}

    static byte[] uuid() {
        return UUID.clone();
    }

    static byte[] write(byte[] store) {
        return ByteBuffer.allocate(BEFORE_STORE + store.length)
                .putInt(BEFORE_STORE + store.length)
                .put("uuid".getBytes(StandardCharsets.US_ASCII))
                .put(UUID)
                .putInt(0)
                .put(PURPOSE)
                .putLong(0)
                .put(store)
                .array();
    }

    static int sizeFor(int storeBytes) {
        return BEFORE_STORE + storeBytes;
    }

    /** The manifest boxes among these; a proper file has none or one. */
    static List<BmffBox> among(SeekableByteChannel file, List<BmffBox> roots) throws IOException {
        List<BmffBox> found = new ArrayList<>();
        for (BmffBox box : roots) {
            int before = box.headerBytes() + 16 + 4;
            if (box.type().equals("uuid") && box.size() >= before + PURPOSE.length) {
                ByteBuffer head = BmffWalker.read(file, box.contentOffset(), 16 + 4 + PURPOSE.length);
                byte[] bytes = head.array();
                if (Arrays.equals(bytes, 0, 16, UUID, 0, 16)
                        && Arrays.equals(bytes, 20, bytes.length, PURPOSE, 0, PURPOSE.length)) {
                    found.add(box);
                }
            }
        }
        return found;
    }

    /** The store in it. */
    static StorePlace place(BmffBox box) {
        long start = box.contentOffset() + BEFORE_STORE - 8;
        return new StorePlace(
                FileForm.BMFF,
                new ByteRange(box.offset(), box.size()),
                ByteRange.between(start, Math.max(start, box.end())));
    }
}
