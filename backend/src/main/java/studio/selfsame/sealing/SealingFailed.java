package studio.selfsame.sealing;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.rendering.RenderId;

/** A render did not become a file. */
public record SealingFailed(RenderId render, String stage) implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("stage", stage);
    }
}
