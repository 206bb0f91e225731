package studio.selfsame.audit;

import java.util.Map;

/** All that the trail says was handed to whoever ran the command. */
record TrailDisclosed() implements AuditRecord {
    @Override
    public String subject() {
        return EntriesErased.SUBJECT;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }
}
