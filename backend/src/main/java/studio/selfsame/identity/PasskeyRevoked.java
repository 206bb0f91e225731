package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/** A person will not sign with this passkey any more; what it signed before stays signed. */
public record PasskeyRevoked(UUID passkey, PersonId person) implements AuditRecord {
    @Override
    public String subject() {
        return passkey.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString());
    }
}
