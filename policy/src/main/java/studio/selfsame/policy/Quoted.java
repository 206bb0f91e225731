package studio.selfsame.policy;

/** What somebody gave us, made fit to be shown back to them. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** At most 60 characters, none of which can rearrange, hide or break the line around them. */
    static String of(String given) {
        var shown = new StringBuilder();
        given.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : 0xFFFD));
        return given.codePointCount(0, given.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    /** No control, format, private or unassigned character, no half of one, no line end. */
    static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
