package studio.selfsame.inspection.child;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Puts files together from pieces. */
final class Bytes {
    private Bytes() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    static byte[] littleInts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(Integer.reverseBytes(value));
        }
        return bytes.array();
    }

    /** Of ISO base media and of JUMBF. */
    static byte[] box(String type, byte[]... content) {
        byte[] all = joined(content);
        return joined(ints(all.length + 8), ascii(type), all);
    }

    /** With a length of its own choosing. */
    static byte[] lying(int size, String type, byte[] content) {
        return joined(ints(size), ascii(type), content);
    }

    /** With a 64-bit length of its own choosing. */
    static byte[] lyingWide(long size, String type, byte[] content) {
        return joined(ints(1), ascii(type), ByteBuffer.allocate(8).putLong(size).array(), content);
    }

    static byte[] repeated(byte[] piece, int times) {
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    /** Boxes in boxes. */
    static byte[] nested(String type, int depth) {
        byte[] all = new byte[8 * depth];
        for (int i = 0; i < depth; i++) {
            ByteBuffer.wrap(all, 8 * i, 8).putInt(8 * (depth - i)).put(ascii(type));
        }
        return all;
    }
}
