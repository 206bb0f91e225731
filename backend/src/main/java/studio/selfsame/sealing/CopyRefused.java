package studio.selfsame.sealing;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.rendering.RenderId;

/** A render was not delivered, because it shows and says what was taken down. */
public record CopyRefused(RenderId render, String takenDown) implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("takenDown", takenDown);
    }
}
