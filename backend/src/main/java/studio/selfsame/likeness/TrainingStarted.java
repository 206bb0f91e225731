package studio.selfsame.likeness;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.RecordingId;

/** A person asked for their likeness to be trained, and policy permitted it. */
record TrainingStarted(LikenessId likeness, UUID enrolment, Optional<RecordingId> look, UUID authorization)
        implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("enrolment", enrolment.toString());
        facts.put("authorization", authorization.toString());
        look.ifPresent(take -> facts.put("look", take.value().toString()));
        return facts;
    }
}
