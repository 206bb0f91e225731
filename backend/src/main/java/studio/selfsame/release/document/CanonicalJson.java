package studio.selfsame.release.document;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in its one canonical form (RFC 8785): no white space, members sorted, one way to write each value. Knows text,
 * truth values, whole numbers that a double holds exactly, lists and objects; no null and no fraction.
 */
public final class CanonicalJson {
    /** 2^53 - 1. */
    static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for anything that has no form here, half of a surrogate pair too */
    public static String of(Map<String, ?> object) {
        var json = new StringBuilder();
        append(json, object);
        return json.toString();
    }

    private static void append(StringBuilder json, Object value) {
        switch (value) {
            case String text -> appendText(json, text);
            case Boolean truth -> json.append(truth.booleanValue());
            case Integer number -> json.append(number.intValue());
            case Long number when Math.abs(number) <= LARGEST -> json.append(number.longValue());
            case Map<?, ?> object -> appendObject(json, object);
            case Collection<?> list -> appendList(json, list);
            default -> throw new IllegalArgumentException("A contract has no place for `" + value + "`.");
        }
    }

    private static void appendObject(StringBuilder json, Map<?, ?> object) {
        // String's own order is by UTF-16 code units, which is what the RFC asks for.
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        json.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            json.append(separator);
            separator = ",";
            appendText(json, member.getKey());
            append(json.append(':'), member.getValue());
        }
        json.append('}');
    }

    private static void appendList(StringBuilder json, Collection<?> list) {
        json.append('[');
        var separator = "";
        for (var element : list) {
            append(json.append(separator), element);
            separator = ",";
        }
        json.append(']');
    }

    private static void appendText(StringBuilder json, String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("Text holds half of a character.");
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
