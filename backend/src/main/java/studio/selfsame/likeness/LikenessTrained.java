package studio.selfsame.likeness;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** A likeness model was sealed and can be drawn from. */
public record LikenessTrained(LikenessId likeness, UUID enrolment, UUID authorization, String technique)
        implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "enrolment", enrolment.toString(),
                "authorization", authorization.toString(),
                "technique", technique);
    }
}
