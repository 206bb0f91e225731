package studio.selfsame.release.document;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

final class InOrder {
    private InOrder() {}

    /** The same elements, by what they are written as; cannot be changed. */
    static <T> Set<T> of(Set<T> elements, Function<T, String> written) {
        var sorted = new LinkedHashSet<T>();
        elements.stream().sorted(Comparator.comparing(written)).forEach(sorted::add);
        return Collections.unmodifiableSet(sorted);
    }
}
