package studio.selfsame.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import studio.selfsame.problem.Problem;

/** Where the work about a subject stands, once or as it goes on. */
@RestController
@RequestMapping("/api/work/{subjectId}")
class WorkController {
    private final WorkQueue queue;
    private final WorkEvents events;
    private final WorkStreams streams;

    WorkController(WorkQueue queue, WorkEvents events, WorkStreams streams) {
        this.queue = queue;
        this.events = events;
        this.streams = streams;
    }

    record WorkView(
            UUID id,
            String kind,
            int part,
            String state,
            String stage,
            double fraction,
            Map<String, Double> figures,
            @Nullable Problem problem) {}

    @GetMapping
    List<WorkView> list(@PathVariable UUID subjectId) {
        return queue.of(subjectId).stream()
                .map(work -> new WorkView(
                        work.id().value(),
                        work.kind(),
                        work.part(),
                        work.state().name().toLowerCase(Locale.ROOT),
                        work.stage(),
                        work.fraction(),
                        work.figures(),
                        work.problem()))
                .toList();
    }

    /** 204, which tells a browser not to come back, when all is over and the listener knows it. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable UUID subjectId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        var mark = WorkEvents.Mark.parse(lastEventId);
        if (events.isOver(subjectId, mark)) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(streams.open(subjectId, mark));
    }
}
