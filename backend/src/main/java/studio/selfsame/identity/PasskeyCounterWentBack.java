package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/**
 * A passkey signed rightly but counted fewer uses than were seen: there may be a copy of it. What it signed was refused.
 *
 * @param seen uses at its newest answer before
 * @param told uses by its own count now
 */
public record PasskeyCounterWentBack(UUID passkey, PersonId person, long seen, long told) implements AuditRecord {
    @Override
    public String subject() {
        return passkey.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString(), "seen", Long.toString(seen), "told", Long.toString(told));
    }
}
