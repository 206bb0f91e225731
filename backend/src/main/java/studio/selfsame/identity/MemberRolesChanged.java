package studio.selfsame.identity;

import java.util.Map;
import java.util.Set;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.policy.OrganisationRole;

/** A member does something else in the organisation from now on. */
public record MemberRolesChanged(
        OrganisationId organisation,
        PersonId person,
        PersonId by,
        Set<OrganisationRole> before,
        Set<OrganisationRole> after)
        implements AuditRecord {
    @Override
    public String subject() {
        return organisation.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "person",
                person.value().toString(),
                "by",
                by.value().toString(),
                "before",
                OrganisationRoles.joined(before),
                "after",
                OrganisationRoles.joined(after));
    }
}
