package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.OrganisationRole;

/** Uses that wait for somebody's word: a reviewer's of the organisation, or the talent's, as the release says. */
@Service
class Approvals {
    static final int LONGEST_NOTE = 2_000;

    private final ReleaseDoor door;
    private final Releases releases;
    private final ReleaseRows rows;
    private final UseRows uses;
    private final UseDesk desk;
    private final Documents documents;
    private final Steps steps;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    Approvals(
            ReleaseDoor door,
            Releases releases,
            ReleaseRows rows,
            UseRows uses,
            UseDesk desk,
            Documents documents,
            Steps steps,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.door = door;
        this.releases = releases;
        this.rows = rows;
        this.uses = uses;
        this.desk = desk;
        this.documents = documents;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    /** All that the person can decide on now, one's own requests excepted; oldest first. */
    List<UseDesk.Found> queue(PersonId person) {
        var asReviewer = door.organisationsWith(person, OrganisationRole.REVIEWER)
                .flatMap(organisation -> releases.all(rows.of(organisation)).stream())
                .filter(release -> release.counting().terms().approval() == Approval.REVIEWER);
        var asTalent = door.ofTalent(person).stream()
                .filter(release -> release.counting().terms().approval() == Approval.TALENT);
        return Stream.concat(asReviewer, asTalent)
                .filter(this::goesOn)
                .flatMap(release -> open(release, person))
                .sorted((a, b) -> a.use().askedAt().compareTo(b.use().askedAt()))
                .toList();
    }

    /** Holds for the version that counts now, and for no later one. */
    @Transactional
    public UseDesk.Found decide(Person person, ReleaseId id, ReleaseUseId useId, boolean approved, String note) {
        var release = door.openToAnybody(id);
        var use = desk.find(release, useId);
        steps.requireToDecide(person, release, use);
        if (!goesOn(release)) {
            throw ReleaseProblems.conflict("This release is over.", "Nothing can be made under it any more.");
        }
        if (!use.open(release.counting())) {
            throw ReleaseProblems.conflict(
                    "This use has been decided on already.", "Have it asked for anew, or suspend the release.");
        }
        if (note.length() > LONGEST_NOTE) {
            throw ReleaseProblems.unusable("The note is too long.", "Give at most " + LONGEST_NOTE + " characters.");
        }
        var decided = new ReleaseUse.Decided(
                release.counting().number(), Optional.of(person.id()), clock.now(), kept(release, useId, note));
        uses.decide(useId, approved ? ReleaseUse.State.APPROVED : ReleaseUse.State.REFUSED, decided);
        events.publishEvent(ReleaseRecord.decided(use, approved, decided.version(), person.id()));
        return new UseDesk.Found(release, desk.find(release, useId));
    }

    private Optional<UUID> kept(Release release, ReleaseUseId use, String note) {
        if (note.isBlank()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        documents.write(release.dataKey(), Documents.Place.note(release.id(), use.value(), id), note);
        return Optional.of(id);
    }

    private Stream<UseDesk.Found> open(Release release, PersonId person) {
        return uses.of(release.id()).stream()
                .filter(use -> use.open(release.counting()) && !use.askedBy().equals(person))
                .map(use -> new UseDesk.Found(release, use));
    }

    private boolean goesOn(Release release) {
        var state = Standing.of(release, release.day(clock.now())).state();
        return state != Standing.State.REVOKED && state != Standing.State.EXPIRED;
    }
}
