package studio.selfsame.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.Organisations.Organisation;

/** Organisations over HTTP, each for those who are in it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class OrganisationController {
    private final People people;
    private final Organisations organisations;
    private final OrganisationDesk desk;
    private final OrganisationInvitations invitations;

    OrganisationController(
            People people, Organisations organisations, OrganisationDesk desk, OrganisationInvitations invitations) {
        this.people = people;
        this.organisations = organisations;
        this.desk = desk;
        this.invitations = invitations;
    }

    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedView letIn(@Valid @RequestBody NewOrganisation request) {
        var created = desk.create(people.current(), request.name());
        return new CreatedView(
                created.organisation().id().value(),
                created.organisation().name(),
                InvitationView.of(created.invitation()));
    }

    @GetMapping("/organisations")
    List<MembershipView> memberships() {
        return organisations.memberships(people.current().id()).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/organisations/{id}/members")
    List<MemberView> members(@PathVariable UUID id) {
        return desk.members(people.current(), new OrganisationId(id)).stream()
                .map(member -> new MemberView(
                        member.person().value(), OrganisationRoles.texts(member.roles()), member.since()))
                .toList();
    }

    @PostMapping("/organisations/{id}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView inviteMember(@PathVariable UUID id, @Valid @RequestBody WantedRoles request) {
        return InvitationView.of(desk.invite(people.current(), new OrganisationId(id), request.roles()));
    }

    @PostMapping("/organisation-invitations/acceptance")
    MembershipView acceptInvitation(@Valid @RequestBody Acceptance request) {
        return view(invitations.accept(people.current().id(), new InvitationToken(request.token())));
    }

    @PostMapping("/organisations/{id}/members/{personId}/roles")
    MembershipView setMemberRoles(
            @PathVariable UUID id, @PathVariable UUID personId, @Valid @RequestBody WantedRoles request) {
        return view(desk.setRoles(people.current(), new OrganisationId(id), new PersonId(personId), request.roles()));
    }

    @DeleteMapping("/organisations/{id}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMembership(@PathVariable UUID id, @PathVariable UUID personId) {
        desk.end(people.current(), new OrganisationId(id), new PersonId(personId));
    }

    private MembershipView view(Membership membership) {
        var name = organisations
                .find(membership.organisation())
                .map(Organisation::name)
                .orElseThrow();
        return new MembershipView(membership.organisation().value(), name, OrganisationRoles.texts(membership.roles()));
    }

    /** @param name 1 to 120 characters, as it signs contracts */
    record NewOrganisation(@NotNull String name) {}

    /** @param roles producer, rights-manager, reviewer, operator; at least one */
    @Schema(name = "OrganisationRoles")
    record WantedRoles(@NotNull @Size(max = 16) List<@NotNull @Size(max = 40) String> roles) {}

    @Schema(name = "OrganisationInvitationAcceptance")
    record Acceptance(@NotNull @Size(max = 200) String token) {
        @Override
        public String toString() {
            return "Acceptance[hidden]";
        }
    }

    /** @param invitation for the organisation's first member */
    @Schema(name = "CreatedOrganisation")
    record CreatedView(UUID id, String name, InvitationView invitation) {}

    /** @param token shown this once */
    @Schema(name = "OrganisationInvitation")
    record InvitationView(UUID id, List<String> roles, String token, Instant expiresAt) {
        static InvitationView of(OrganisationInvitations.Issued issued) {
            return new InvitationView(
                    issued.invitation().id(),
                    OrganisationRoles.texts(issued.invitation().roles()),
                    issued.token().text(),
                    issued.invitation().expiresAt());
        }

        @Override
        public String toString() {
            return "InvitationView[" + id + "]";
        }
    }

    @Schema(name = "Membership")
    record MembershipView(UUID id, String name, List<String> roles) {}

    @Schema(name = "Member")
    record MemberView(UUID personId, List<String> roles, Instant since) {}
}
