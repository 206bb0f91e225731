package studio.selfsame.consent;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/** A likeness has been named; nothing may be done with it yet. */
public record LikenessOpened(LikenessId likeness, PersonId owner) implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("owner", owner.value().toString());
    }
}
