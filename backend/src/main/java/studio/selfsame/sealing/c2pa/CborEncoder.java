package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic CBOR (RFC 8949, section 4.2.1): shortest lengths, map keys in bytewise order of their encoding.
 *
 * <p>Takes {@link Long}, {@link Integer}, {@link Boolean}, {@link String}, {@code byte[]}, {@link List}, {@link Map},
 * {@link CborTag} and null.
 */
final class CborEncoder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborEncoder() {}

    static byte[] encode(@Nullable Object item) {
        CborEncoder encoder = new CborEncoder();
        encoder.write(item);
        return encoder.out.toByteArray();
    }

    private void write(@Nullable Object item) {
        switch (item) {
            case null -> out.write(0xf6);
            case Boolean truth -> out.write(truth ? 0xf5 : 0xf4);
            case Integer number -> integer(number);
            case Long number -> integer(number);
            case String text -> bytes(3, text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> bytes(2, bytes);
            case List<?> list -> {
                head(4, list.size());
                list.forEach(this::write);
            }
            case Map<?, ?> map -> map(map);
            case CborTag tag -> {
                head(6, tag.number());
                write(tag.item());
            }
            default -> throw new IllegalArgumentException("no CBOR form for " + item.getClass());
        }
    }

    private void integer(long number) {
        if (number >= 0) {
            head(0, number);
        } else {
            head(1, -1 - number);
        }
    }

    private void bytes(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
    }

    private void map(Map<?, ?> map) {
        TreeMap<byte[], Object> sorted = new TreeMap<>(Arrays::compareUnsigned);
        map.forEach((key, value) -> sorted.put(encode(key), value));
        head(5, sorted.size());
        sorted.forEach((key, value) -> {
            out.writeBytes(key);
            write(value);
        });
    }

    private void head(int major, long value) {
        int type = major << 5;
        if (value < 24) {
            out.write(type | (int) value);
        } else if (value < 1L << 8) {
            out.write(type | 24);
            tail(value, 1);
        } else if (value < 1L << 16) {
            out.write(type | 25);
            tail(value, 2);
        } else if (value < 1L << 32) {
            out.write(type | 26);
            tail(value, 4);
        } else {
            out.write(type | 27);
            tail(value, 8);
        }
    }

    private void tail(long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >>> (8 * i)));
        }
    }
}
