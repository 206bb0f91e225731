package studio.selfsame.performance;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;

/** A performance is ready to be rendered; what it says is not recorded. */
public record PerformancePrepared(
        PerformanceId performance,
        LikenessId likeness,
        PersonId author,
        PerformanceKind from,
        Voice voice,
        String synthesizer,
        long durationUs)
        implements AuditRecord {
    static PerformancePrepared of(PerformanceRow row, long durationUs) {
        return new PerformancePrepared(
                row.id(), row.likeness(), row.author(), row.kind(), row.voice(), row.synthesizer(), durationUs);
    }

    @Override
    public String subject() {
        return performance.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "author", author.value().toString(),
                "performance", from.text(),
                "voice", voice.text(),
                "synthesizer", synthesizer,
                "durationUs", Long.toString(durationUs));
    }
}
