package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.People;

/** Asking for uses under a release, deciding on them, and whether they would be allowed. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class UseController {
    private final UseDesk desk;
    private final Approvals approvals;
    private final Explanations explanations;
    private final People people;

    UseController(UseDesk desk, Approvals approvals, Explanations explanations, People people) {
        this.desk = desk;
        this.approvals = approvals;
        this.explanations = explanations;
        this.people = people;
    }

    /** @param note what was said to the decision; missing when nothing was */
    @Schema(name = "ReleaseUseWithScript")
    record ScriptedView(
            UseView use, String script, @Nullable String note) {
        @Override
        public String toString() {
            return "ScriptedView[" + use.id() + "]";
        }
    }

    @Schema(name = "UseDecision")
    record DecisionForm(@NotNull Boolean approved, @Nullable String note) {
        @Override
        public String toString() {
            return "DecisionForm[" + approved + "]";
        }
    }

    /** @param reasons every reason why not; empty where it would be allowed */
    @Schema(name = "UseExplanation")
    record ExplanationView(boolean allowed, List<AuthorizationDecision.Reason> reasons) {}

    @PostMapping("/releases/{id}/uses")
    @ResponseStatus(HttpStatus.CREATED)
    UseView askForUse(@PathVariable UUID id, @RequestBody UseForm form) {
        return UseView.of(desk.ask(people.current(), new ReleaseId(id), form));
    }

    /** Newest first. */
    @GetMapping("/releases/{id}/uses")
    List<UseView> releaseUses(@PathVariable UUID id) {
        return desk.of(people.current().id(), new ReleaseId(id)).stream()
                .map(UseView::of)
                .toList();
    }

    @GetMapping("/releases/{id}/uses/{use}")
    ScriptedView releaseUse(@PathVariable UUID id, @PathVariable UUID use) {
        return scripted(desk.find(people.current().id(), new ReleaseId(id), new ReleaseUseId(use)));
    }

    /** All that whoever asks can decide on now, as reviewer or as talent; oldest first. */
    @GetMapping("/approvals")
    List<ScriptedView> approvals() {
        return approvals.queue(people.current().id()).stream()
                .map(this::scripted)
                .toList();
    }

    @PostMapping("/releases/{id}/uses/{use}/decision")
    UseView decideOnUse(@PathVariable UUID id, @PathVariable UUID use, @Valid @RequestBody DecisionForm form) {
        var note = form.note() == null ? "" : form.note();
        return UseView.of(
                approvals.decide(people.current(), new ReleaseId(id), new ReleaseUseId(use), form.approved(), note));
    }

    /** Would it be allowed now, to whoever asks, at its longest? */
    @GetMapping("/releases/{id}/uses/{use}/explanation")
    ExplanationView explainUse(@PathVariable UUID id, @PathVariable UUID use) {
        var person = people.current();
        var reasons = explanations.against(person, desk.find(person.id(), new ReleaseId(id), new ReleaseUseId(use)));
        return new ExplanationView(
                reasons.isEmpty(),
                reasons.stream()
                        .map(reason -> new AuthorizationDecision.Reason(reason.policyId(), reason.text()))
                        .toList());
    }

    private ScriptedView scripted(UseDesk.Found found) {
        return new ScriptedView(
                UseView.of(found), desk.script(found), desk.note(found).orElse(null));
    }
}
