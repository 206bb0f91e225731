package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was done to the file is told from its beginning (C2PA 2.4, section 18.15). */
final class ActionsCheck {
    private static final String LABEL = "c2pa.actions.v2";
    private static final Set<String> BEGINNINGS = Set.of("c2pa.created", "c2pa.opened");

    private final Findings findings;

    ActionsCheck(Findings findings) {
        this.findings = findings;
    }

    /** @param assertions in the claim's order */
    void check(Map<String, Map<?, ?>> assertions) {
        List<String> names = new ArrayList<>();
        boolean told = false;
        for (Map.Entry<String, Map<?, ?>> assertion : assertions.entrySet()) {
            if (assertion.getKey().equals(LABEL) || assertion.getKey().startsWith(LABEL + "__")) {
                told = true;
                names.addAll(names(assertion.getValue()));
            }
        }
        if (!told) {
            return;
        }
        findings.at("c2pa.assertions/" + LABEL);
        boolean wellBegun = !names.isEmpty()
                && BEGINNINGS.contains(names.getFirst())
                && names.stream().filter(BEGINNINGS::contains).count() == 1;
        if (!wellBegun) {
            findings.failure("assertion.action.malformed", "The actions do not begin with one creation or opening.");
        }
        if (names.contains("c2pa.watermarked.bound") && !assertions.containsKey("c2pa.soft-binding")) {
            findings.failure("assertion.action.softBindingMissing", "A watermark is claimed but not described.");
        }
    }

    private static List<String> names(Map<?, ?> assertion) {
        List<String> names = new ArrayList<>();
        if (assertion.get("actions") instanceof List<?> actions) {
            for (Object action : actions) {
                names.add(action instanceof Map<?, ?> map && map.get("action") instanceof String name ? name : "");
            }
        }
        return names;
    }
}
