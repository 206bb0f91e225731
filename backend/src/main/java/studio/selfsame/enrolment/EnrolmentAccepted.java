package studio.selfsame.enrolment;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** Every shot of the footage shows the verified person. */
public record EnrolmentAccepted(EnrolmentId enrolment, LikenessId likeness, int shots, int usableFrames)
        implements AuditRecord {
    @Override
    public String subject() {
        return enrolment.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "shots", Integer.toString(shots),
                "usableFrames", Integer.toString(usableFrames));
    }
}
