package studio.selfsame.release.document;

/** A statement for a spreadsheet. */
public final class StatementCsv {
    private StatementCsv() {}

    /** RFC 4180 with a header row and one of totals; no cell can be taken for a formula. */
    public static String render(Statement statement) {
        throw new UnsupportedOperationException();
    }
}
