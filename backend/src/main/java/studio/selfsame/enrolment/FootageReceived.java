package studio.selfsame.enrolment;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;

/** A person's footage was sealed in the vault; nothing is known about it yet. */
public record FootageReceived(EnrolmentId enrolment, LikenessId likeness, PersonId person, String footageSha256)
        implements AuditRecord {
    @Override
    public String subject() {
        return enrolment.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "person", person.value().toString(),
                "footageSha256", footageSha256);
    }
}
