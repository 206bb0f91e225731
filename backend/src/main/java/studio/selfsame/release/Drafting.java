package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.PolicyAction;

/** Rights managers write releases, write them anew while nobody has signed, and amend them afterwards. */
@Service
class Drafting {
    private final Releases releases;
    private final ReleaseRows rows;
    private final ReleaseDoor door;
    private final SheetReader reader;
    private final VersionWriter writer;
    private final Documents documents;
    private final Steps steps;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    Drafting(
            Releases releases,
            ReleaseRows rows,
            ReleaseDoor door,
            SheetReader reader,
            VersionWriter writer,
            Documents documents,
            Steps steps,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.releases = releases;
        this.rows = rows;
        this.door = door;
        this.reader = reader;
        this.writer = writer;
        this.documents = documents;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    /** @throws InvalidDraftException with everything at once that is wrong with it */
    @Transactional
    public Release draft(Person person, OrganisationId organisation, DraftForm form) {
        var id = new ReleaseId(UUID.randomUUID());
        var sheet = reader.first(form, id, organisation, person.id());
        var key = documents.createKey();
        var at = clock.now();
        var proposed = new Release(
                id,
                organisation,
                sheet.binding().likeness(),
                sheet.binding().signatory(),
                sheet.binding().capacity(),
                key,
                at,
                Optional.empty(),
                List.of(proposed(1, sheet)),
                List.of());
        steps.require(PolicyAction.DRAFT_RELEASE, person, proposed);
        rows.insert(id, organisation, sheet.binding(), key, person.id(), at);
        writer.insert(id, key, 1, sheet, person.id());
        return drafted(id, person.id());
    }

    /** While nobody has signed the newest version. */
    @Transactional
    public Release redraft(Person person, ReleaseId id, DraftForm form) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.DRAFT_RELEASE, person, release);
        requireGoingOn(release);
        if (!release.newest().unsigned()) {
            throw ReleaseProblems.conflict(
                    "Version " + release.newest().number() + " is signed, so it cannot be written anew.",
                    "Amend the release: that is a new version, which both sides sign.");
        }
        var sheet = reader.anew(form, release, person.id());
        rows.bind(id, sheet.binding());
        writer.replace(release, release.newest(), sheet, person.id());
        return drafted(id, person.id());
    }

    /** A new version, with new signatures; what is agreed stays until both have signed it. */
    @Transactional
    public Release amend(Person person, ReleaseId id, DraftForm form) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.DRAFT_RELEASE, person, release);
        requireGoingOn(release);
        if (release.newest().unsigned()) {
            throw ReleaseProblems.conflict(
                    "Nobody has signed version " + release.newest().number() + " yet, so there is nothing to amend.",
                    "Write the draft anew.");
        }
        var sheet = reader.amendment(form, release, person.id());
        writer.insert(id, release.dataKey(), release.newest().number() + 1, sheet, person.id());
        return drafted(id, person.id());
    }

    /** The newest version now names who came; nobody has signed it. */
    Release bind(Release release, Binding binding, PersonId by) {
        var text =
                documents.text(release.dataKey(), Documents.Place.of(release, release.newest(), Documents.Paper.DRAFT));
        var sheet = reader.bound(text, release, binding);
        rows.bind(release.id(), binding);
        writer.replace(release, release.newest(), sheet, by);
        return releases.find(release.id()).orElseThrow();
    }

    private Release drafted(ReleaseId id, PersonId by) {
        var release = releases.find(id).orElseThrow();
        events.publishEvent(ReleaseRecord.drafted(release, release.newest(), by));
        return release;
    }

    private static void requireGoingOn(Release release) {
        if (release.revocation().isPresent()) {
            throw ReleaseProblems.conflict("This release has been revoked.", "Draft a new one.");
        }
    }

    private static Version proposed(int number, Sheet sheet) {
        return new Version(
                number,
                sheet.terms(),
                sheet.folder(),
                sheet.signer(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
