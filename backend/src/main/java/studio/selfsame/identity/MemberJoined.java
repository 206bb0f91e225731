package studio.selfsame.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.policy.OrganisationRole;

/**
 * An invitation was accepted.
 *
 * @param roles all that the member has now
 */
public record MemberJoined(OrganisationId organisation, PersonId person, UUID invitation, Set<OrganisationRole> roles)
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
                "invitation",
                invitation.toString(),
                "roles",
                OrganisationRoles.joined(roles));
    }
}
