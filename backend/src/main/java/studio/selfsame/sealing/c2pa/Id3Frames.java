package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The frames of an ID3v2.3 or v2.4 tag, among them the object ({@code GEOB}) that is a manifest store (C2PA 2.4, annex A.3.4). */
final class Id3Frames {
    private static final Set<String> STORES = Set.of("application/c2pa", "application/x-c2pa-manifest-store");
    private static final int HEADER_BYTES = 10;
    private static final int MOST_FRAMES = 10_000;
    private static final int MOST_HEAD = 4096;
    private static final int EXTENDED = 0x40;

    private Id3Frames() {}

    static boolean isTagged(SeekableByteChannel file) throws IOException {
        return file.size() > HEADER_BYTES
                && text(BmffWalker.read(file, 0, 3), 3).equals("ID3");
    }

    /** The stores, as far as the frames make sense; never throws for what the file holds. */
    static List<StorePlace> stores(SeekableByteChannel file) throws IOException {
        List<StorePlace> stores = new ArrayList<>();
        ByteBuffer head = BmffWalker.read(file, 0, HEADER_BYTES);
        int version = head.get(3);
        long end = Math.min(file.size(), HEADER_BYTES + sevens(head.getInt(6)));
        long at = HEADER_BYTES;
        if ((head.get(5) & EXTENDED) != 0 && end - at >= 4) {
            int extended = BmffWalker.read(file, at, 4).getInt();
            at += version == 4 ? sevens(extended) : 4L + Integer.toUnsignedLong(extended);
        }
        for (int frames = 0; frames < MOST_FRAMES && end - at > HEADER_BYTES; frames++) {
            ByteBuffer frame = BmffWalker.read(file, at, HEADER_BYTES);
            String type = text(frame, 4);
            long data = version == 4 ? sevens(frame.getInt(4)) : Integer.toUnsignedLong(frame.getInt(4));
            if (data > end - at - HEADER_BYTES || type.charAt(0) == 0) {
                return stores;
            }
            long before = type.equals("GEOB") ? beforeStore(file, at + HEADER_BYTES, data) : -1;
            if (before >= 0) {
                stores.add(new StorePlace(
                        FileForm.ID3,
                        new ByteRange(at, HEADER_BYTES + data),
                        new ByteRange(at + HEADER_BYTES + before, data - before)));
            }
            at += HEADER_BYTES + data;
        }
        return stores;
    }

    /** Bytes of encoding, media type, file name and description; -1 for any other object. */
    private static long beforeStore(SeekableByteChannel file, long start, long data) throws IOException {
        ByteBuffer head = BmffWalker.read(file, start, (int) Math.min(MOST_HEAD, data));
        try {
            boolean wide = head.get() % 3 != 0;
            String type = terminated(head, false);
            terminated(head, wide);
            terminated(head, wide);
            return STORES.contains(type) ? head.position() : -1;
        } catch (BufferUnderflowException another) {
            return -1;
        }
    }

    private static String terminated(ByteBuffer in, boolean wide) {
        StringBuilder text = new StringBuilder();
        for (int next = unit(in, wide); next != 0; next = unit(in, wide)) {
            text.append((char) next);
        }
        return text.toString();
    }

    private static int unit(ByteBuffer in, boolean wide) {
        return wide ? in.getChar() : in.get() & 0xff;
    }

    /** Seven bits of each byte. */
    private static long sevens(int number) {
        return (number & 0x7f) | (number >> 8 & 0x7f) << 7 | (number >> 16 & 0x7f) << 14 | (number >> 24 & 0x7f) << 21;
    }

    private static String text(ByteBuffer in, int letters) {
        byte[] bytes = new byte[letters];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
