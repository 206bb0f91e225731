package studio.selfsame.consent;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.problem.ProblemException;

/**
 * Would this be allowed to the signed-in person now, and if not, why not? Nothing is authorized by the answer and nothing
 * is recorded of it: whoever then asks in earnest is decided on anew.
 */
@RestController
@RequestMapping("/api")
class ExplanationController {
    private final UseJudge judge;
    private final People people;

    ExplanationController(UseJudge judge, People people) {
        this.judge = judge;
        this.people = people;
    }

    /**
     * @param policyIds the permits that match; empty where it would be refused
     * @param reasons every reason why not; empty where it would be allowed
     */
    @Schema(name = "Explanation")
    record ExplanationView(boolean allowed, List<String> policyIds, List<AuthorizationDecision.Reason> reasons) {}

    @GetMapping("/likenesses/{likenessId}/explanation")
    ExplanationView explain(
            @PathVariable UUID likenessId,
            @RequestParam @Schema(allowableValues = {"create", "render"}) String use,
            @RequestParam(required = false) @Nullable UUID releaseUseId) {
        var purpose = switch (use) {
            case "create" -> Use.Purpose.CREATE_LIKENESS;
            case "render" -> Use.Purpose.RENDER_PERFORMANCE;
            default ->
                throw ProblemException.unusable(
                        "consent",
                        "There is no use of that name.",
                        "Nothing was decided.",
                        "Ask about the use `create` or `render`.");
        };
        var under = Optional.ofNullable(releaseUseId).map(id -> new Under(new ReleaseUseId(id), Duration.ZERO));
        // nothing has begun that the question could be about, so its subject is the likeness
        var asked = new Use(new LikenessId(likenessId), purpose, likenessId, under);
        var ruling = judge.explain(people.current(), asked);
        return ruling.permitted()
                ? new ExplanationView(true, ruling.permits(), List.of())
                : new ExplanationView(false, List.of(), ruling.reasons());
    }
}
