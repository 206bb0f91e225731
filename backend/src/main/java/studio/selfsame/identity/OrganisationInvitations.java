package studio.selfsame.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.policy.OrganisationRole;

/** How people come into an organisation: somebody in it gives them a token, and they bring it back signed in. */
@Service
class OrganisationInvitations {
    private static final Duration VALID = Duration.ofDays(7);

    private final InvitationTable invitations;
    private final OrganisationTable organisations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganisationInvitations(
            InvitationTable invitations,
            OrganisationTable organisations,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.organisations = organisations;
        this.clock = clock;
        this.events = events;
    }

    /** The only time that anybody sees the token. */
    record Issued(OrganisationInvitation invitation, InvitationToken token) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Issued issue(OrganisationId organisation, PersonId by, Set<OrganisationRole> roles, boolean firstMember) {
        var token = InvitationToken.random();
        var invitation = new OrganisationInvitation(
                UUID.randomUUID(),
                organisation,
                roles,
                by,
                firstMember,
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(VALID),
                false);
        invitations.insert(invitation, token);
        events.publishEvent(new OrganisationInvited(invitation.id(), organisation, by, roles));
        return new Issued(invitation, token);
    }

    /** Joins, or adds the roles to those that the person has there already. */
    @Transactional
    Membership accept(PersonId person, InvitationToken token) {
        var invitation = invitations.findToAccept(token).orElseThrow(OrganisationProblems::unknownInvitation);
        organisations.lock(invitation.organisation());
        refuseSpent(invitation);
        var standing = organisations.membership(person, invitation.organisation());
        var roles = EnumSet.copyOf(invitation.roles());
        standing.ifPresent(membership -> roles.addAll(membership.roles()));
        var joined = new Membership(invitation.organisation(), person, roles);
        var now = clock.instant();
        if (standing.isPresent()) {
            organisations.setRoles(joined);
        } else {
            organisations.join(joined, now);
        }
        invitations.accept(invitation.id(), person, now);
        events.publishEvent(new MemberJoined(invitation.organisation(), person, invitation.id(), joined.roles()));
        return joined;
    }

    private void refuseSpent(OrganisationInvitation invitation) {
        var reasons = new ArrayList<String>();
        if (invitation.accepted()) {
            reasons.add("this invitation was accepted already");
        }
        if (!clock.instant().isBefore(invitation.expiresAt())) {
            reasons.add("this invitation has expired");
        }
        // else somebody could leave a way back in before they are sent out
        if (!invitation.firstMember() && !isOperator(invitation)) {
            reasons.add("who invited you is no longer an operator of the organisation");
        }
        if (!reasons.isEmpty()) {
            throw OrganisationProblems.invitationRefused(String.join("; ", reasons));
        }
    }

    private boolean isOperator(OrganisationInvitation invitation) {
        return organisations
                .membership(invitation.invitedBy(), invitation.organisation())
                .filter(inviter -> inviter.roles().contains(OrganisationRole.OPERATOR))
                .isPresent();
    }
}
