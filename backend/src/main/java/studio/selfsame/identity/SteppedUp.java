package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/** A person proved in one of their sign-ins, by passkey, that it is they. */
public record SteppedUp(PersonId person, UUID passkey) implements AuditRecord {
    @Override
    public String subject() {
        return person.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("passkey", passkey.toString());
    }
}
