package studio.selfsame.audit;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, the first few told and all counted. */
final class Findings {
    private static final int MOST = 20;

    private final List<String> told = new ArrayList<>();
    private long all;

    void add(String finding) {
        all++;
        if (told.size() < MOST) {
            told.add(finding);
        }
    }

    List<String> told() {
        var list = new ArrayList<>(told);
        if (all > told.size()) {
            list.add("and " + (all - told.size()) + " more");
        }
        return list;
    }
}
