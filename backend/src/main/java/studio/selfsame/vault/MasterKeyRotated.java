package studio.selfsame.vault;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/**
 * Another version of the master key wraps data keys than when a process of the studio last looked: at its start and
 * whenever it makes a data key. Names of versions, no key.
 */
record MasterKeyRotated(String from, String to) implements AuditRecord {
    @Override
    public String subject() {
        return "master-key";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("from", from, "to", to);
    }
}
