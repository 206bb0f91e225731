package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.Membership;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OrganisationRole;

/** Who may look at which release. To everybody else there is none. */
@Component
class ReleaseDoor {
    private final Releases releases;
    private final ReleaseRows rows;
    private final Organisations organisations;
    private final LikenessRegister likenesses;

    ReleaseDoor(Releases releases, ReleaseRows rows, Organisations organisations, LikenessRegister likenesses) {
        this.releases = releases;
        this.rows = rows;
        this.organisations = organisations;
        this.likenesses = likenesses;
    }

    Release open(PersonId person, ReleaseId id) {
        return releases.find(id).filter(found -> sees(person, found)).orElseThrow(ReleaseDoor::unknown);
    }

    /** The same, and nobody else can take a step with it until the transaction ends. */
    Release openToChange(PersonId person, ReleaseId id) {
        return releases.lock(id).filter(found -> sees(person, found)).orElseThrow(ReleaseDoor::unknown);
    }

    /** For a step that policy decides, whoever asks: they are told its reasons, not that there is nothing. */
    Release openToAnybody(ReleaseId id) {
        return releases.lock(id).orElseThrow(ReleaseDoor::unknown);
    }

    /** The same, as it is now: nothing keeps others from changing it. */
    Release showToAnybody(ReleaseId id) {
        return releases.find(id).orElseThrow(ReleaseDoor::unknown);
    }

    /** Newest first. */
    List<Release> of(PersonId person, OrganisationId organisation) {
        if (organisations.membership(person, organisation).isEmpty()) {
            throw ReleaseProblems.unknown("organisation");
        }
        return releases.all(rows.of(organisation));
    }

    /** That the person is to sign, or has signed, on the talent's side; newest first. */
    List<Release> ofTalent(PersonId person) {
        return releases.all(rows.ofSignatory(person));
    }

    /** In whose name the person has that role. */
    Stream<OrganisationId> organisationsWith(PersonId person, OrganisationRole role) {
        return organisations.memberships(person).stream()
                .filter(membership -> membership.roles().contains(role))
                .map(Membership::organisation);
    }

    boolean has(PersonId person, Release release, OrganisationRole role) {
        return membership(person, release)
                .filter(membership -> membership.roles().contains(role))
                .isPresent();
    }

    /** On which sides of it the person stands; who is a member and the talent at once, on both. */
    List<Side> sides(PersonId person, Release release) {
        var studio = membership(person, release).map(member -> Side.STUDIO).stream();
        var talent = isTalent(person, release) ? Stream.of(Side.TALENT) : Stream.<Side>empty();
        return Stream.concat(studio, talent).toList();
    }

    /** For which side somebody acts whom policy lets act for one: the talent's own act is the talent's. */
    Side sideOf(PersonId person, Release release) {
        return isTalent(person, release) ? Side.TALENT : Side.STUDIO;
    }

    private boolean sees(PersonId person, Release release) {
        return !sides(person, release).isEmpty();
    }

    private boolean isTalent(PersonId person, Release release) {
        return release.isSignatory(person)
                || release.likeness()
                        .flatMap(likenesses::ownerOf)
                        .filter(person::equals)
                        .isPresent();
    }

    private Optional<Membership> membership(PersonId person, Release release) {
        return organisations.membership(person, release.organisation());
    }

    private static RuntimeException unknown() {
        return ReleaseProblems.unknown("release");
    }
}
