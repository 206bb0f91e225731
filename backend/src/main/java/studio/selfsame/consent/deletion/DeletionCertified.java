package studio.selfsame.consent.deletion;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/**
 * A certificate of deletion was issued.
 *
 * @param certificateSha256 of the signed note's UTF-8 bytes
 * @param complete false while sealed leftovers or files of withdrawn videos still lie in the store
 */
record DeletionCertified(LikenessId likeness, String certificateSha256, boolean complete) implements AuditRecord {
    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("certificateSha256", certificateSha256, "complete", Boolean.toString(complete));
    }
}
