package studio.selfsame.rendering;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.performance.PerformanceKind;

/** A permitted render was queued. */
public record RenderAsked(RenderId render, LikenessId likeness, PerformanceKind from, UUID authorization)
        implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness",
                likeness.value().toString(),
                "performance",
                from.text(),
                "authorization",
                authorization.toString());
    }
}
