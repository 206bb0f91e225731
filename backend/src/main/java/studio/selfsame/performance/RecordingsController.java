package studio.selfsame.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

/** The recordings that the signed-in person sent to perform with. */
@RestController
@RequestMapping("/api/performances/recorded")
@ConditionalOnWebApplication
class RecordingsController {
    private final People people;
    private final RecordingShelf shelf;
    private final WorkQueue work;

    RecordingsController(People people, RecordingShelf shelf, WorkQueue work) {
        this.people = people;
        this.shelf = shelf;
        this.work = work;
    }

    /** Newest first. */
    @GetMapping
    List<View> mine() {
        return shelf.of(people.current().id()).stream().map(this::view).toList();
    }

    /** What was made with it before stays, and so does what a model learnt from it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        shelf.delete(people.current().id(), new PerformanceId(id));
    }

    private View view(PerformanceRow row) {
        Optional<WorkStatus> status = work.of(row.id().value()).stream().findFirst();
        Long durationUs = row.durationUs();
        return new View(
                row.id().value(),
                row.likeness().value(),
                row.kind().text(),
                row.state().text(),
                status.map(WorkStatus::stage).orElse(""),
                status.map(WorkStatus::fraction).orElse(0.0),
                durationUs == null ? 0 : durationUs / 1e6,
                row.begunAt(),
                row.reasons(),
                row.problem());
    }

    /** @param reasons against what was sent, all of them */
    @Schema(name = "Recording")
    record View(
            UUID id,
            UUID likenessId,

            @Schema(allowableValues = {"sound", "take", "relip"})
            String kind,

            @Schema(allowableValues = {"preparing", "ready", "refused", "failed"})
            String state,

            String stage,
            double fraction,
            double durationSeconds,
            Instant sentAt,
            List<Reason> reasons,
            @Nullable Problem problem) {}
}
