package studio.selfsame.rendering;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/** A render ended without an output. */
public record RenderEnded(RenderId render, String state, String stage) implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("state", state, "stage", stage);
    }
}
