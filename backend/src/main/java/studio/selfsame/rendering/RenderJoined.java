package studio.selfsame.rendering;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** All segments are drawn; sealing may begin. Published in the transaction that made it true. */
public record RenderJoined(RenderId render, LikenessId likeness) implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("likeness", likeness.value().toString());
    }
}
