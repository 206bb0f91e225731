package studio.selfsame.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, to be told at once. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        found.add(fault);
    }

    void when(boolean wrong, String fault) {
        if (wrong) {
            add(fault);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void check() {
        if (!found.isEmpty()) {
            throw new InvalidFactsException(found);
        }
    }
}
