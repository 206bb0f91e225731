package studio.selfsame.enrolment;

import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/** A recording was refused; nothing of it was kept. */
public record RecordingRefused(
        RecordingId recording, LikenessId likeness, RecordingPurpose purpose, List<String> reasons)
        implements AuditRecord {
    public RecordingRefused {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String subject() {
        return recording.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness",
                likeness.value().toString(),
                "purpose",
                purpose.text(),
                "reasons",
                String.join(",", reasons));
    }
}
