package studio.selfsame.consent;

import java.time.Instant;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/**
 * Published in the transaction of the withdrawal. The likeness room destroys the data key, work is cancelled, earlier
 * outputs are marked: all before the withdrawal's call returns.
 */
public record ConsentWithdrawn(LikenessId likeness, PersonId person, Instant at) implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString());
    }
}
