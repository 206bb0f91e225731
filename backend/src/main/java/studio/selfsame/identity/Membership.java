package studio.selfsame.identity;

import java.util.Set;
import studio.selfsame.policy.OrganisationRole;

/**
 * What a person does in an organisation, as it stands now.
 *
 * @param roles at least one
 */
public record Membership(OrganisationId organisation, PersonId person, Set<OrganisationRole> roles) {
    public Membership {
        roles = Set.copyOf(roles);
    }
}
