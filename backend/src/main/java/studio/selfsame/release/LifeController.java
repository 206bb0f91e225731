package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.policy.Suspension;
import studio.selfsame.release.document.Codes;

/** Letting a release rest, taking it up again, and ending it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/releases/{id}")
class LifeController {
    private final Pauses pauses;
    private final Endings endings;
    private final ReleaseViews views;
    private final People people;

    LifeController(Pauses pauses, Endings endings, ReleaseViews views, People people) {
        this.pauses = pauses;
        this.endings = endings;
        this.views = views;
        this.people = people;
    }

    @Schema(name = "SuspensionRequest")
    record SuspensionForm(
            @Schema(allowableValues = {"strike", "dispute"}) @NotNull String reason) {
        Suspension suspension() {
            return Codes.find(Suspension.class, reason)
                    .filter(found -> found != Suspension.NO)
                    .orElseThrow(() -> ReleaseProblems.unusable(
                            "A release rests because of a strike or a dispute.", "Give `strike` or `dispute`."));
        }
    }

    @PostMapping("/suspension")
    ReleaseView suspendRelease(@PathVariable UUID id, @Valid @RequestBody SuspensionForm form) {
        var person = people.current();
        return views.of(pauses.suspend(person, new ReleaseId(id), form.suspension()), person.id());
    }

    @PostMapping("/resumption")
    ReleaseView resumeRelease(@PathVariable UUID id) {
        var person = people.current();
        return views.of(pauses.resume(person, new ReleaseId(id)), person.id());
    }

    @PostMapping("/revocation")
    ReleaseView revokeRelease(@PathVariable UUID id) {
        var person = people.current();
        return views.of(endings.revoke(person, new ReleaseId(id)), person.id());
    }
}
