package studio.selfsame.identity;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/**
 * An organisation may work with talent here.
 *
 * @param nameSha256 of the name as it is shown, UTF-8
 */
public record OrganisationCreated(OrganisationId organisation, PersonId by, String nameSha256) implements AuditRecord {
    @Override
    public String subject() {
        return organisation.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("by", by.value().toString(), "nameSha256", nameSha256);
    }
}
