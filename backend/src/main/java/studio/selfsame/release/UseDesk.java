package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.OrganisationRole;
import studio.selfsame.policy.PolicyAction;

/** Where uses are asked for. Asking makes nothing: each render is decided on by itself. */
@Service
class UseDesk {
    private final ReleaseDoor door;
    private final UseRows rows;
    private final Documents documents;
    private final Steps steps;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    UseDesk(
            ReleaseDoor door,
            UseRows rows,
            Documents documents,
            Steps steps,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.door = door;
        this.rows = rows;
        this.documents = documents;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    /** A use together with the release that it is under. */
    record Found(Release release, ReleaseUse use) {}

    /** By a producer or an operator, once both sides have signed a version. */
    @Transactional
    public Found ask(Person person, ReleaseId id, UseForm form) {
        var release = door.openToChange(person.id(), id);
        requireRole(person, release);
        var agreed = agreed(release);
        var asked = UseReader.read(form, agreed.terms().project());
        var now = clock.now();
        boolean free = agreed.terms().approval() == Approval.NONE;
        var use = new ReleaseUse(
                new ReleaseUseId(UUID.randomUUID()),
                id,
                agreed.number(),
                person.id(),
                now,
                asked.scope(),
                asked.language().tag(),
                DigestUtils.sha256Hex(asked.script()),
                asked.longestSeconds(),
                free ? ReleaseUse.State.APPROVED : ReleaseUse.State.ASKED,
                free
                        ? Optional.of(new ReleaseUse.Decided(agreed.number(), Optional.empty(), now, Optional.empty()))
                        : Optional.empty());
        documents.write(release.dataKey(), Documents.Place.script(id, use.id().value()), asked.script());
        rows.insert(use);
        events.publishEvent(ReleaseRecord.asked(use));
        return new Found(release, use);
    }

    /** Newest first. */
    List<Found> of(PersonId person, ReleaseId id) {
        var release = door.open(person, id);
        return rows.of(id).stream().map(use -> new Found(release, use)).toList();
    }

    Found find(PersonId person, ReleaseId id, ReleaseUseId use) {
        var release = door.open(person, id);
        return new Found(release, find(release, use));
    }

    ReleaseUse find(Release release, ReleaseUseId use) {
        return rows.find(use)
                .filter(found -> found.release().equals(release.id()))
                .orElseThrow(() -> ReleaseProblems.unknown("use"));
    }

    String script(Found found) {
        return documents.text(
                found.release().dataKey(),
                Documents.Place.script(found.release().id(), found.use().id().value()));
    }

    /** What was said to the decision; empty when nothing was. */
    Optional<String> note(Found found) {
        return found.use()
                .decided()
                .flatMap(ReleaseUse.Decided::note)
                .map(note -> documents.text(
                        found.release().dataKey(),
                        Documents.Place.note(
                                found.release().id(), found.use().id().value(), note)));
    }

    private void requireRole(Person person, Release release) {
        if (!door.has(person.id(), release, OrganisationRole.PRODUCER)
                && !door.has(person.id(), release, OrganisationRole.OPERATOR)) {
            steps.refuse(
                    PolicyAction.RENDER_PERFORMANCE,
                    person,
                    release,
                    List.of(new Decision.Reason(
                            "release-user-role",
                            "Only a producer or an operator of the organisation can use its releases.")));
        }
    }

    private Version agreed(Release release) {
        var agreed = release.agreed()
                .orElseThrow(() -> ReleaseProblems.conflict(
                        "Not both sides have signed this release.", "Ask again when they have."));
        var today = release.day(clock.now());
        if (release.revocation().filter(ended -> ended.holdsOn(today)).isPresent()
                || today.isAfter(agreed.terms().lastDay())) {
            throw ReleaseProblems.conflict("This release is over.", "Draft a new one.");
        }
        return agreed;
    }
}
