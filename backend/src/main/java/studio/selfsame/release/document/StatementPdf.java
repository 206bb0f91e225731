package studio.selfsame.release.document;

/** A statement for reading. */
public final class StatementPdf {
    private StatementPdf() {}

    /** Always the same bytes for the same statement. */
    public static byte[] render(Statement statement) {
        throw new UnsupportedOperationException();
    }
}
