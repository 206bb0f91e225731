package studio.selfsame.rendering;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkQueue;

@RestController
@RequestMapping("/api/renders")
class RenderController {
    private static final int LONGEST_KEY = 100;

    private final RenderDesk desk;
    private final RenderEnding ending;
    private final People people;
    private final WorkQueue queue;

    RenderController(RenderDesk desk, RenderEnding ending, People people, WorkQueue queue) {
        this.desk = desk;
        this.ending = ending;
        this.people = people;
        this.queue = queue;
    }

    @Schema(name = "RenderRequest")
    record Request(@NotNull UUID performanceId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RenderView ask(@Valid @RequestBody Request request, @RequestHeader("Idempotency-Key") String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.unusable(
                    "rendering",
                    "The Idempotency-Key header must have 1 to " + LONGEST_KEY + " characters.",
                    "Nothing was rendered.",
                    "Send a fresh random key with each new render, the same key when you repeat a call.");
        }
        return view(desk.ask(people.current(), new PerformanceId(request.performanceId()), key));
    }

    @GetMapping
    List<RenderView> all() {
        return desk.own(people.current()).stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    RenderView one(@PathVariable UUID id) {
        return view(desk.own(people.current(), new RenderId(id)));
    }

    @PostMapping("/{id}/cancellation")
    RenderView cancel(@PathVariable UUID id) {
        Person person = people.current();
        ending.cancelled(desk.own(person, new RenderId(id)).id());
        return view(desk.own(person, new RenderId(id)));
    }

    private RenderView view(RenderJob job) {
        return RenderView.of(job, queue.of(job.id().value()));
    }
}
