package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists the boxes of an ISO base media file without reading what is in them. */
final class BmffWalker {
    private static final int MOST_BOXES = 100_000;

    private BmffWalker() {}

    /** The boxes at the root. */
    static List<BmffBox> roots(SeekableByteChannel file) throws IOException {
        return boxes(file, 0, file.size());
    }

    /** The boxes at the root as far as they make sense; never throws for what the file holds. */
    static List<BmffBox> readableRoots(SeekableByteChannel file) throws IOException {
        List<BmffBox> boxes = new ArrayList<>();
        try {
            for (long at = 0;
                    at < file.size() && boxes.size() < MOST_BOXES;
                    at = boxes.getLast().end()) {
                boxes.add(box(file, at, file.size()));
            }
        } catch (MalformedCredentialsException endOfSense) {
            return boxes;
        }
        return boxes;
    }

    /** The boxes from {@code start} up to {@code end}; they must fill that range exactly. */
    static List<BmffBox> boxes(SeekableByteChannel file, long start, long end) throws IOException {
        List<BmffBox> boxes = new ArrayList<>();
        for (long at = start; at < end; at = boxes.getLast().end()) {
            if (boxes.size() == MOST_BOXES) {
                throw new MalformedCredentialsException("more boxes than any film has");
            }
            boxes.add(box(file, at, end));
        }
        return boxes;
    }

    private static BmffBox box(SeekableByteChannel file, long at, long end) throws IOException {
        if (end - at < 8) {
            throw new MalformedCredentialsException("a box is cut off at its header");
        }
        ByteBuffer head = read(file, at, 8);
        long size = Integer.toUnsignedLong(head.getInt());
        byte[] type = new byte[4];
        head.get(type);
        int headerBytes = 8;
        if (size == 1 && end - at >= 16) {
            size = read(file, at + 8, 8).getLong();
            headerBytes = 16;
        } else if (size == 0) {
            size = end - at;
        }
        if (size < headerBytes || size > end - at) {
            throw new MalformedCredentialsException("a box is longer than what holds it");
        }
        return new BmffBox(new String(type, StandardCharsets.ISO_8859_1), at, headerBytes, size);
    }

    /** Exactly these bytes, ready to be read. */
    static ByteBuffer read(SeekableByteChannel file, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        file.position(offset);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
        }
        return buffer.flip();
    }
}
