package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CBOR (RFC 8949) from anybody: depth, number and lengths are bounded by {@link #MOST_DEPTH}, {@link #MOST_ITEMS}
 * and the bytes that are there. Gives the types that {@link CborEncoder} takes, and {@link Double} for floats.
 */
final class CborDecoder {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_ITEMS = 1_000_000;
    private static final Object BREAK = new Object();

    private final byte[] in;
    private int at;
    private int items;

    private CborDecoder(byte[] in) {
        this.in = in;
    }

    /** The one item that these bytes hold; anything after it is an error. */
    static @Nullable Object decode(byte[] bytes) throws MalformedCredentialsException {
        CborDecoder decoder = new CborDecoder(bytes);
        Object item = decoder.item(0);
        if (decoder.at != bytes.length || item == BREAK) {
            throw new MalformedCredentialsException("CBOR with something after its end");
        }
        return item;
    }

    /** The map that these bytes hold. */
    static Map<?, ?> decodeMap(byte[] bytes) throws MalformedCredentialsException {
        if (decode(bytes) instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedCredentialsException("CBOR that is not a map");
    }

    /** The map that these bytes begin with; zeros may follow. */
    static Map<?, ?> decodePaddedMap(byte[] bytes) throws MalformedCredentialsException {
        CborDecoder decoder = new CborDecoder(bytes);
        Object item = decoder.item(0);
        for (int i = decoder.at; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                throw new MalformedCredentialsException("CBOR with something after its end");
            }
        }
        if (item instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedCredentialsException("CBOR that is not a map");
    }

    private @Nullable Object item(int depth) throws MalformedCredentialsException {
        if (depth > MOST_DEPTH) {
            throw new MalformedCredentialsException("CBOR nested too deeply");
        }
        if (++items > MOST_ITEMS) {
            throw new MalformedCredentialsException("more CBOR items than any manifest has");
        }
        int head = next();
        int major = head >> 5;
        int info = head & 31;
        if (major == 7) {
            return simple(info);
        }
        if (info == 31) {
            return indefinite(major, depth);
        }
        long value = argument(info);
        return switch (major) {
            case 0 -> natural(value);
            case 1 -> -1 - natural(value);
            case 2 -> take(value);
            case 3 -> new String(take(value), StandardCharsets.UTF_8);
            case 4 -> list(count(value), depth);
            case 5 -> map(count(value), depth);
            default -> new CborTag(value, definite(depth));
        };
    }

    private @Nullable Object simple(int info) throws MalformedCredentialsException {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            case 22, 23 -> null;
            case 25 -> (double) Float.float16ToFloat((short) argument(25));
            case 26 -> (double) Float.intBitsToFloat((int) argument(26));
            case 27 -> Double.longBitsToDouble(argument(27));
            case 31 -> BREAK;
            default -> throw new MalformedCredentialsException("unknown simple CBOR value");
        };
    }

    private Object indefinite(int major, int depth) throws MalformedCredentialsException {
        switch (major) {
            case 2, 3 -> {
                ByteArrayOutputStream joined = new ByteArrayOutputStream();
                for (Object part = item(depth + 1); part != BREAK; part = item(depth + 1)) {
                    joined.writeBytes(piece(major, part));
                }
                return major == 2 ? joined.toByteArray() : joined.toString(StandardCharsets.UTF_8);
            }
            case 4 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (Object part = item(depth + 1); part != BREAK; part = item(depth + 1)) {
                    list.add(part);
                }
                return list;
            }
            case 5 -> {
                Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                for (Object key = item(depth + 1); key != BREAK; key = item(depth + 1)) {
                    put(map, key, definite(depth));
                }
                return map;
            }
            default -> throw new MalformedCredentialsException("CBOR item of no length");
        }
    }

    private static byte[] piece(int major, @Nullable Object part) throws MalformedCredentialsException {
        if (major == 2 && part instanceof byte[] bytes) {
            return bytes;
        }
        if (major == 3 && part instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new MalformedCredentialsException("CBOR string made of something else");
    }

    private Object list(int count, int depth) throws MalformedCredentialsException {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(definite(depth));
        }
        return list;
    }

    private Object map(int count, int depth) throws MalformedCredentialsException {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = definite(depth);
            put(map, key, definite(depth));
        }
        return map;
    }

    private static void put(Map<Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value)
            throws MalformedCredentialsException {
        if (!(key instanceof String || key instanceof Long) || map.containsKey(key)) {
            throw new MalformedCredentialsException("CBOR map with a key twice, or one that is no text or number");
        }
        map.put(key, value);
    }

    private @Nullable Object definite(int depth) throws MalformedCredentialsException {
        Object item = item(depth + 1);
        if (item == BREAK) {
            throw new MalformedCredentialsException("CBOR break out of place");
        }
        return item;
    }

    private long argument(int info) throws MalformedCredentialsException {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw new MalformedCredentialsException("reserved CBOR length");
        }
        long value = 0;
        for (int i = 0; i < 1 << (info - 24); i++) {
            value = value << 8 | next();
        }
        return value;
    }

    private static long natural(long value) throws MalformedCredentialsException {
        if (value < 0) {
            throw new MalformedCredentialsException("CBOR number too large");
        }
        return value;
    }

    /** Every element takes at least one byte, so that a count beyond what is left is a lie. */
    private int count(long value) throws MalformedCredentialsException {
        if (value < 0 || value > in.length - at) {
            throw new MalformedCredentialsException("CBOR longer than its bytes");
        }
        return (int) value;
    }

    private byte[] take(long length) throws MalformedCredentialsException {
        int bytes = count(length);
        at += bytes;
        return Arrays.copyOfRange(in, at - bytes, at);
    }

    private int next() throws MalformedCredentialsException {
        if (at >= in.length) {
            throw new MalformedCredentialsException("CBOR cut off");
        }
        return in[at++] & 0xff;
    }
}
