package studio.selfsame.identity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The little CBOR (RFC 8949) that authenticators write. */
final class SoftCbor {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SoftCbor map(int entries) {
        return head(MAP, entries);
    }

    SoftCbor number(int number) {
        return number >= 0 ? head(UNSIGNED, number) : head(NEGATIVE, -1 - number);
    }

    SoftCbor bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    SoftCbor text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private SoftCbor head(int kind, int value) {
        if (value < 24) {
            out.write(kind << 5 | value);
        } else if (value < 256) {
            out.write(kind << 5 | 24);
            out.write(value);
        } else {
            out.write(kind << 5 | 25);
            out.write(value >> 8);
            out.write(value);
        }
        return this;
    }
}
