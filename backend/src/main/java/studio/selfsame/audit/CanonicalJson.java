package studio.selfsame.audit;

import java.util.Map;
import java.util.TreeMap;

/** Objects of strings and of such objects in the one form that RFC 8785 allows. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(Map<String, ?> object) {
        var json = new StringBuilder();
        append(json, object);
        return json.toString();
    }

    private static void append(StringBuilder json, Map<?, ?> object) {
        // String's own order is by UTF-16 code units, which is what the RFC asks for.
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        json.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            json.append(separator);
            separator = ",";
            append(json, member.getKey());
            json.append(':');
            switch (member.getValue()) {
                case String text -> append(json, text);
                case Map<?, ?> nested -> append(json, nested);
                default -> throw new IllegalArgumentException("only strings and objects go on the audit trail");
            }
        }
        json.append('}');
    }

    private static void append(StringBuilder json, String text) {
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
