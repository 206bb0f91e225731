package studio.selfsame.likeness;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** A person asked for their likeness to be trained, and policy permitted it. */
record TrainingStarted(LikenessId likeness, UUID enrolment, UUID authorization) implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("enrolment", enrolment.toString(), "authorization", authorization.toString());
    }
}
