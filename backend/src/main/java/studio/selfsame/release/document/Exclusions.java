package studio.selfsame.release.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.policy.Term;

/** What the likeness may have nothing to do with. */
final class Exclusions {
    static final int MOST = 500;

    private Exclusions() {}

    static List<String> checked(List<String> given, Terms.Project project, Faults faults) {
        faults.when(
                given.size() > MOST,
                "exclusions",
                "A release names at most " + MOST + " exclusions; these are " + given.size() + ".");
        var found = new Faults(Faults.OF_ONE_LIST);
        Map<Term, Integer> seen = new HashMap<>();
        var checked = new ArrayList<String>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            var path = "[" + i + "]";
            var own = new Faults();
            var text = Wording.term(given.get(i), path, own);
            if (own.none()) {
                var term = new Term(text);
                var before = seen.putIfAbsent(term, i);
                own.when(before != null, path, "The same stands in exclusions[" + before + "].");
                own.when(
                        term.equals(project.term()), path, "A release cannot exclude the project that it is made for.");
            }
            found.addAll("", own.all());
            checked.add(text);
        }
        faults.addAll("exclusions", found.all());
        return List.copyOf(checked);
    }
}
