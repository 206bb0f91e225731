package studio.selfsame.sealing;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** All outputs that show this likeness are marked as withdrawn. */
public record OutputsWithdrawn(LikenessId likeness, int outputs) implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("outputs", Integer.toString(outputs));
    }
}
