package studio.selfsame.performance;

import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** What was uploaded cannot be performed with; nothing of it was kept. */
public record PerformanceRefused(
        PerformanceId performance, LikenessId likeness, PerformanceKind from, List<String> reasons)
        implements AuditRecord {
    public PerformanceRefused {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String subject() {
        return performance.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness",
                likeness.value().toString(),
                "performance",
                from.text(),
                "reasons",
                String.join(",", reasons));
    }
}
