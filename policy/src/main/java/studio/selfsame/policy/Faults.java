package studio.selfsame.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, to be told at once. */
final class Faults {
    /** Nobody reads more, and a hostile file could bring us millions. */
    private static final int MOST = 1000;

    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        if (found.size() < MOST) {
            found.add(fault);
        }
    }

    void when(boolean wrong, String fault) {
        if (wrong) {
            add(fault);
        }
    }

    void check() {
        if (!found.isEmpty()) {
            throw new InvalidFactsException(found);
        }
    }
}
