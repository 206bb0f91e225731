package studio.selfsame.sealing;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/** An operator has looked after what an alert was about. */
public record AlertAcknowledged(UUID alert, String alertKind, PersonId operator) implements AuditRecord {
    @Override
    public String subject() {
        return alert.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("alert", alertKind, "operator", operator.value().toString());
    }
}
