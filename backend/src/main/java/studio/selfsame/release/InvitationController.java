package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.People;

/** The link that brings the talent to a release. Tokens come in bodies, never in addresses, which end up in logs. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class InvitationController {
    /** A browser keeps to itself what follows the #. */
    private static final String PAGE = "/release.html#invitation=";

    private final Invitations invitations;
    private final ReleasePapers papers;
    private final ReleaseViews views;
    private final Organisations organisations;
    private final People people;

    InvitationController(
            Invitations invitations,
            ReleasePapers papers,
            ReleaseViews views,
            Organisations organisations,
            People people) {
        this.invitations = invitations;
        this.papers = papers;
        this.views = views;
        this.organisations = organisations;
        this.people = people;
    }

    /** @param link page in the studio; shown this once */
    @Schema(name = "ReleaseInvitation")
    record InvitationView(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "InvitationView[hidden]";
        }
    }

    @Schema(name = "ReleaseInvitationOpening")
    record Opening(@NotNull @Size(max = 200) String token) {
        @Override
        public String toString() {
            return "Opening[hidden]";
        }
    }

    /** @param likenessId one of their own; may be left out where the draft names one */
    @Schema(name = "ReleaseInvitationAcceptance")
    record Acceptance(
            @NotNull @Size(max = 200) String token,
            @Nullable UUID likenessId) {
        @Override
        public String toString() {
            return "Acceptance[hidden]";
        }
    }

    /**
     * What the holder of a link is invited to.
     *
     * @param organisation its name: who invites
     */
    @Schema(name = "InvitedRelease")
    record InvitedView(ReleaseView release, String organisation, DraftForm draft) {}

    @PostMapping("/releases/{id}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView inviteTalent(@PathVariable UUID id) {
        var issued = invitations.invite(people.current(), new ReleaseId(id));
        return new InvitationView(PAGE + issued.token().text(), issued.expiresAt());
    }

    @PostMapping("/release-invitations/opening")
    InvitedView openReleaseInvitation(@Valid @RequestBody Opening opening) {
        var person = people.current();
        var release = invitations.open(new InvitationToken(opening.token()));
        var organisation = organisations.find(release.organisation()).orElseThrow();
        return new InvitedView(views.of(release, person.id()), organisation.name(), papers.draft(release));
    }

    @PostMapping("/release-invitations/acceptance")
    ReleaseView acceptReleaseInvitation(@Valid @RequestBody Acceptance acceptance) {
        var person = people.current();
        var release = invitations.accept(
                person.id(),
                new InvitationToken(acceptance.token()),
                Optional.ofNullable(acceptance.likenessId()).map(LikenessId::new));
        return views.of(release, person.id());
    }
}
