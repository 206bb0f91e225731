package studio.selfsame.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.policy.OrganisationRole;

/**
 * An open door into an organisation, for whoever holds its token.
 *
 * @param firstMember from the studio itself, to an organisation that had no member yet
 * @param accepted it was used
 */
record OrganisationInvitation(
        UUID id,
        OrganisationId organisation,
        Set<OrganisationRole> roles,
        PersonId invitedBy,
        boolean firstMember,
        Instant expiresAt,
        boolean accepted) {}
