package studio.selfsame.release.document;

/**
 * Something in a contract that cannot stand.
 *
 * @param path where, as in {@code terms.exclusions[3]}; empty: the document as a whole
 * @param what in plain words; ends with a full stop
 */
public record Fault(String path, String what) {
    Fault under(String parent) {
        if (parent.isEmpty()) {
            return this;
        }
        var separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new Fault(parent + separator + path, what);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? what : path + ": " + what;
    }
}
