package studio.selfsame.policy;

import java.util.Set;
import java.util.UUID;

/**
 * The organisation in whose name somebody asks.
 *
 * @param roles in that organisation
 */
public record Membership(UUID organisation, Set<OrganisationRole> roles) {
    public Membership {
        roles = Set.copyOf(roles);
    }
}
