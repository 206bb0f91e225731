package studio.selfsame.consent;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/** Nothing new is made of this likeness, or may be again. */
record LikenessTakenDown(LikenessId likeness, boolean takenDown) implements AuditRecord {
    @Override
    public String kind() {
        return takenDown ? "LikenessTakenDown" : "LikenessTakedownLifted";
    }

    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }
}
