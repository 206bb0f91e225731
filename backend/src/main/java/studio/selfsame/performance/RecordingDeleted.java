package studio.selfsame.performance;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;

/** Whoever sent a recording deleted it: nothing of it is kept. */
public record RecordingDeleted(PerformanceId performance, LikenessId likeness, PersonId author, PerformanceKind from)
        implements AuditRecord {
    @Override
    public String subject() {
        return performance.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "author", author.value().toString(),
                "performance", from.text());
    }
}
