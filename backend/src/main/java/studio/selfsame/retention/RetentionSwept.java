package studio.selfsame.retention;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/** Things whose time had run out were erased. */
public record RetentionSwept(RetentionClock clock, int count) implements AuditRecord {
    @Override
    public String subject() {
        return "retention";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("clock", clock.code(), "count", Integer.toString(count));
    }
}
