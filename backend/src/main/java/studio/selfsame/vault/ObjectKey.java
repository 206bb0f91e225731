package studio.selfsame.vault;

import java.util.regex.Pattern;

/** Where an object lies: slash-separated lower-case path, e.g. {@code likeness/5f…/model}. */
public record ObjectKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*");

    public ObjectKey {
        if (!FORM.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("not an object key: `" + value + "`");
        }
    }
}
