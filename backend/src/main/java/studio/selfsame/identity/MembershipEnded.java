package studio.selfsame.identity;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/** Somebody no longer acts for the organisation. */
public record MembershipEnded(OrganisationId organisation, PersonId person, PersonId by) implements AuditRecord {
    @Override
    public String subject() {
        return organisation.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString(), "by", by.value().toString());
    }
}
