package studio.selfsame.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.OrganisationTable.Member;
import studio.selfsame.identity.Organisations.Organisation;
import studio.selfsame.policy.OrganisationRole;

/** Lets organisations in, and changes who is in them. */
@Service
class OrganisationDesk {
    static final int LONGEST_NAME = 120;

    private final OrganisationTable table;
    private final OrganisationInvitations invitations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganisationDesk(
            OrganisationTable table,
            OrganisationInvitations invitations,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.invitations = invitations;
        this.clock = clock;
        this.events = events;
    }

    /** @param invitation for its first member, who becomes its operator */
    record Created(Organisation organisation, OrganisationInvitations.Issued invitation) {}

    @Transactional
    Created create(Person asker, String name) {
        if (!asker.roles().contains(Person.Role.OPERATOR)) {
            throw OrganisationProblems.studioOperatorsOnly();
        }
        var faults = new Faults();
        faults.addAll("the name", ShownText.faults(name, LONGEST_NAME));
        faults.refuse(
                OrganisationProblems.STAGE,
                "No organisation was let in.",
                "Give the name as it signs contracts, in 1 to " + LONGEST_NAME + " characters.");
        var organisation = new Organisation(new OrganisationId(UUID.randomUUID()), ShownText.kept(name));
        table.insert(organisation, asker.id(), clock.instant());
        events.publishEvent(
                new OrganisationCreated(organisation.id(), asker.id(), DigestUtils.sha256Hex(organisation.name())));
        return new Created(
                organisation,
                invitations.issue(organisation.id(), asker.id(), Set.of(OrganisationRole.OPERATOR), true));
    }

    @Transactional(readOnly = true)
    List<Member> members(Person asker, OrganisationId organisation) {
        own(asker, organisation);
        return table.members(organisation);
    }

    @Transactional
    OrganisationInvitations.Issued invite(Person asker, OrganisationId organisation, Collection<String> roles) {
        requireOperator(asker, organisation);
        return invitations.issue(organisation, asker.id(), parse(roles, "Nobody was invited."), false);
    }

    @Transactional
    Membership setRoles(Person asker, OrganisationId organisation, PersonId member, Collection<String> wanted) {
        requireOperator(asker, organisation);
        var roles = parse(wanted, OrganisationProblems.NOTHING_CHANGED);
        var before = require(member, organisation);
        var after = new Membership(organisation, member, roles);
        if (!roles.contains(OrganisationRole.OPERATOR)) {
            refuseLastOperator(before);
        }
        table.setRoles(after);
        events.publishEvent(new MemberRolesChanged(organisation, member, asker.id(), before.roles(), after.roles()));
        return after;
    }

    /** By an operator, or by the member themselves. */
    @Transactional
    void end(Person asker, OrganisationId organisation, PersonId member) {
        if (member.equals(asker.id())) {
            own(asker, organisation);
            table.lock(organisation);
        } else {
            requireOperator(asker, organisation);
        }
        var membership = require(member, organisation);
        refuseLastOperator(membership);
        table.end(membership, clock.instant());
        events.publishEvent(new MembershipEnded(organisation, member, asker.id()));
    }

    private static Set<OrganisationRole> parse(Collection<String> roles, String consequence) {
        var faults = new Faults();
        var parsed = OrganisationRoles.ofRequest(roles, faults);
        faults.refuse(OrganisationProblems.STAGE, consequence, OrganisationProblems.ROLES);
        return parsed;
    }

    private Membership own(Person asker, OrganisationId organisation) {
        return table.membership(asker.id(), organisation).orElseThrow(() -> OrganisationProblems.unknown(organisation));
    }

    /** Holds everybody else back who wants to change something, so that nobody acts on a role just taken from them. */
    private void requireOperator(Person asker, OrganisationId organisation) {
        own(asker, organisation);
        table.lock(organisation);
        if (!own(asker, organisation).roles().contains(OrganisationRole.OPERATOR)) {
            throw OrganisationProblems.operatorsOnly();
        }
    }

    private Membership require(PersonId member, OrganisationId organisation) {
        return table.membership(member, organisation).orElseThrow(() -> OrganisationProblems.notAMember(member));
    }

    private void refuseLastOperator(Membership leaving) {
        if (leaving.roles().contains(OrganisationRole.OPERATOR)
                && table.members(leaving.organisation()).stream()
                        .filter(member -> member.roles().contains(OrganisationRole.OPERATOR))
                        .allMatch(member -> member.person().equals(leaving.person()))) {
            throw OrganisationProblems.lastOperator();
        }
    }
}
