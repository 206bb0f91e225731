package studio.selfsame.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.policy.OrganisationRole;

/** Whoever holds the invitation's token may join the organisation with these roles. */
public record OrganisationInvited(
        UUID invitation, OrganisationId organisation, PersonId by, Set<OrganisationRole> roles) implements AuditRecord {
    @Override
    public String subject() {
        return organisation.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "invitation",
                invitation.toString(),
                "by",
                by.value().toString(),
                "roles",
                OrganisationRoles.joined(roles));
    }
}
