package studio.selfsame.rendering;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;

/** What a render would show, before it is asked for. */
@RestController
@RequestMapping("/api/preflights")
class PreflightController {
    private final PreflightDesk desk;
    private final People people;

    PreflightController(PreflightDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Schema(name = "PreflightRequest")
    record Request(@NotNull UUID performanceId) {}

    /** @param report present once it is done */
    @Schema(name = "Preflight")
    record View(
            UUID id,
            UUID performanceId,
            UUID likenessId,

            @Schema(allowableValues = {"planning", "done", "failed", "refused"})
            String state,

            @Nullable PreflightReport report,
            @Nullable Problem problem) {
        static View of(PreflightJob job) {
            return new View(
                    job.id(),
                    job.performance().value(),
                    job.likeness().value(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.report(),
                    job.problem());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View ask(@Valid @RequestBody Request request) {
        return View.of(desk.ask(people.current(), new PerformanceId(request.performanceId())));
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return View.of(desk.own(people.current(), id));
    }
}
