package studio.selfsame.performance;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;

/** A script was spoken and timed; what it says is not recorded. */
public record PerformancePrepared(
        PerformanceId performance, LikenessId likeness, PersonId author, String synthesizer, long durationUs)
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
                "synthesizer", synthesizer,
                "durationUs", Long.toString(durationUs));
    }
}
