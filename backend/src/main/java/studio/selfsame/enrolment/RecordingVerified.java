package studio.selfsame.enrolment;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** The verified person was found again in a recording. */
public record RecordingVerified(RecordingId recording, LikenessId likeness, RecordingPurpose purpose, int frames)
        implements AuditRecord {
    @Override
    public String subject() {
        return recording.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(), "purpose", purpose.text(), "frames", Integer.toString(frames));
    }
}
