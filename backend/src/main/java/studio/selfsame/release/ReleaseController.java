package studio.selfsame.release;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;

/** Writing releases, and looking at them. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class ReleaseController {
    private final Drafting drafting;
    private final ReleaseDoor door;
    private final ReleaseViews views;
    private final ReleasePapers papers;
    private final People people;

    ReleaseController(Drafting drafting, ReleaseDoor door, ReleaseViews views, ReleasePapers papers, People people) {
        this.drafting = drafting;
        this.door = door;
        this.views = views;
        this.papers = papers;
        this.people = people;
    }

    @PostMapping("/organisations/{organisation}/releases")
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView draftRelease(@PathVariable UUID organisation, @RequestBody DraftForm form) {
        var person = people.current();
        return views.of(drafting.draft(person, new OrganisationId(organisation), form), person.id());
    }

    /** Newest first; for everybody in the organisation. */
    @GetMapping("/organisations/{organisation}/releases")
    List<ReleaseView> releasesOfOrganisation(@PathVariable UUID organisation) {
        var person = people.current();
        return views(door.of(person.id(), new OrganisationId(organisation)), person);
    }

    /** That whoever asks is to sign, or has signed, as talent; newest first. */
    @GetMapping("/releases")
    List<ReleaseView> myReleases() {
        var person = people.current();
        return views(door.ofTalent(person.id()), person);
    }

    @GetMapping("/releases/{id}")
    ReleaseView release(@PathVariable UUID id) {
        var person = people.current();
        return views.of(door.open(person.id(), new ReleaseId(id)), person.id());
    }

    /** The newest version as it was written. */
    @GetMapping("/releases/{id}/draft")
    DraftForm releaseDraft(@PathVariable UUID id) {
        return papers.draft(door.open(people.current().id(), new ReleaseId(id)));
    }

    /** While nobody has signed the newest version. */
    @PutMapping("/releases/{id}/draft")
    ReleaseView redraftRelease(@PathVariable UUID id, @RequestBody DraftForm form) {
        var person = people.current();
        return views.of(drafting.redraft(person, new ReleaseId(id), form), person.id());
    }

    /** A new version; what is agreed stays until both have signed it. */
    @PostMapping("/releases/{id}/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView amendRelease(@PathVariable UUID id, @RequestBody DraftForm form) {
        var person = people.current();
        return views.of(drafting.amend(person, new ReleaseId(id), form), person.id());
    }

    private List<ReleaseView> views(List<Release> releases, Person viewer) {
        return releases.stream().map(release -> views.of(release, viewer.id())).toList();
    }
}
