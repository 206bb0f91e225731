package studio.selfsame.release.document;

/** What somebody gave us, made fit to be shown back to them. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** At most 60 characters; what a contract could not show stands as U+FFFD. */
    static String of(String given) {
        var shown = new StringBuilder();
        given.codePoints()
                .limit(LONGEST)
                .forEach(c -> shown.appendCodePoint(
                        c == ' ' || Typeface.shows(c) && !Character.isISOControl(c) ? c : 0xFFFD));
        return given.codePointCount(0, given.length()) > LONGEST ? shown + "…" : shown.toString();
    }
}
