package studio.selfsame.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a tile or a bundle of entries lies, below {@code tile/}, as C2SP tlog-tiles has it.
 *
 * @param level 0..7, or {@link #ENTRIES}
 * @param index which one of the level
 * @param width hashes or entries in it, 1..256
 */
record TilePath(int level, long index, int width) {
    static final int ENTRIES = -1;
    static final int FULL = 256;
    /** Tile levels that any tree of fewer than 2^63 entries has. */
    static final int LEVELS = 8;

    /** Numbers of up to fifteen digits, far beyond any log. */
    private static final Pattern FORM =
            Pattern.compile("([0-7]|entries)/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** The tile at level {@code level} that ends a tree of {@code size}, where that level has a partial one. */
    static Optional<TilePath> partial(int level, long size) {
        long hashes = hashes(level, size);
        int width = (int) (hashes % FULL);
        return width == 0 ? Optional.empty() : Optional.of(new TilePath(level, hashes / FULL, width));
    }

    /** How many hashes (or entries) a level holds in a tree of {@code size} entries. */
    static long hashes(int level, long size) {
        return level <= 0 ? size : size >> (8 * level);
    }

    /** Empty where it is not the one form of a path that there is. */
    static Optional<TilePath> parse(String path) {
        var form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        var parsed = new TilePath(level, index, width);
        return parsed.toString().equals(path) ? Optional.of(parsed) : Optional.empty();
    }

    @Override
    public String toString() {
        var number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        var end = width == FULL ? "" : ".p/" + width;
        return (level == ENTRIES ? "entries" : level) + "/" + number + end;
    }
}
