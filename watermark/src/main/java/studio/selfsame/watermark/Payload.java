package studio.selfsame.watermark;

import java.util.regex.Pattern;

/**
 * What the mark says: an opaque 64-bit id that means nothing outside the records of whoever embedded it.
 *
 * @param id any 64 bits; never personal data
 */
public record Payload(long id) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

    /**
     * Reads the form that {@link #toHex()} writes.
     *
     * @param hex exactly 16 lower-case hexadecimal digits
     * @throws IllegalArgumentException if it is anything else
     */
    public static Payload ofHex(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A payload is 16 lower-case hexadecimal digits, not `" + hex + "`");
        }
        return new Payload(Long.parseUnsignedLong(hex, 16));
    }

    /** The id as exactly 16 lower-case hexadecimal digits. */
    public String toHex() {
        return "%016x".formatted(id);
    }
}
