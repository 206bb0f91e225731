package studio.selfsame.enrolment;

import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** The footage cannot be used; nothing of it was kept. Codes only. */
public record EnrolmentRefused(EnrolmentId enrolment, LikenessId likeness, List<String> codes) implements AuditRecord {
    @Override
    public String subject() {
        return enrolment.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("likeness", likeness.value().toString(), "codes", String.join(",", codes));
    }
}
