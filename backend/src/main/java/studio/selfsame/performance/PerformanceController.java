package studio.selfsame.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

/** Scripts in, timings out; only for the author. */
@RestController
@ConditionalOnWebApplication
class PerformanceController {
    private static final Set<PerformanceRow.State> HIDDEN =
            EnumSet.of(PerformanceRow.State.RECEIVING, PerformanceRow.State.DELETED);

    private final People people;
    private final ScriptIntake intake;
    private final PerformanceTable table;
    private final VaultPerformances performances;
    private final WorkQueue work;

    PerformanceController(
            People people,
            ScriptIntake intake,
            PerformanceTable table,
            VaultPerformances performances,
            WorkQueue work) {
        this.people = people;
        this.intake = intake;
        this.table = table;
        this.performances = performances;
        this.work = work;
    }

    @PostMapping("/api/performances")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted perform(@Valid @RequestBody Script script) throws IOException {
        UUID releaseUse = script.releaseUseId();
        PerformanceRow row = intake.take(
                people.current(),
                new LikenessId(script.likenessId()),
                Optional.ofNullable(releaseUse).map(ReleaseUseId::new),
                script.script(),
                Locale.forLanguageTag(script.language()));
        return new Accepted(row.id().value(), row.state().text());
    }

    @GetMapping("/api/performances/{id}")
    View one(@PathVariable UUID id) {
        PersonId author = people.current().id();
        return table.find(new PerformanceId(id))
                .filter(row -> row.author().equals(author) && !HIDDEN.contains(row.state()))
                .map(this::view)
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "performance",
                                "You have no performance `" + id + "`.",
                                "Nothing was shown.",
                                "Check the address.")));
    }

    private View view(PerformanceRow row) {
        PhonemeTimeline timeline = performances.timeline(row).orElse(new PhonemeTimeline(List.of(), List.of()));
        Long durationUs = row.durationUs();
        ReleaseUseId releaseUse = row.releaseUse();
        Rest rest = row.rest();
        Optional<WorkStatus> status = work.of(row.id().value()).stream().findFirst();
        return new View(
                row.id().value(),
                row.likeness().value(),
                releaseUse == null ? null : releaseUse.value(),
                row.kind().text(),
                row.voice().text(),
                rest == null ? null : rest.text(),
                row.state().text(),
                status.map(WorkStatus::stage).orElse(""),
                status.map(WorkStatus::fraction).orElse(0.0),
                durationUs == null ? 0 : durationUs / 1e6,
                timeline.words().stream()
                        .map(word -> new View.Word(word.text(), word.startUs() / 1e6, word.endUs() / 1e6))
                        .toList(),
                timeline.phones().stream()
                        .map(phone -> new View.Phone(phone.symbol(), phone.startUs() / 1e6, phone.endUs() / 1e6))
                        .toList(),
                row.reasons(),
                row.problem());
    }

    /**
     * @param releaseUseId the use of a talent release that this is; left out for one's own likeness
     * @param language a BCP 47 tag, e.g. {@code en-US}
     */
    record Script(
            @NotNull UUID likenessId,
            @Nullable UUID releaseUseId,
            @NotNull String script,
            @NotNull String language) {
        @Override
        public String toString() {
            return "Script[" + likenessId + "]";
        }
    }

    @Schema(name = "PerformanceBegun")
    record Accepted(UUID id, String state) {}

    /**
     * @param rest of a re-lipped video that lasts longer than its new words
     * @param reasons against what was uploaded, all of them
     */
    @Schema(name = "Performance")
    record View(
            UUID id,
            UUID likenessId,
            @Nullable UUID releaseUseId,

            @Schema(allowableValues = {"script", "sound", "take", "relip"})
            String kind,

            @Schema(allowableValues = {"synthetic", "own", "other"})
            String voice,

            @Schema(allowableValues = {"play-on", "cut"}) @Nullable String rest,

            @Schema(allowableValues = {"speaking", "preparing", "ready", "refused", "failed", "withdrawn"})
            String state,

            String stage,
            double fraction,

            double durationSeconds,
            List<Word> words,
            List<Phone> phones,
            List<Reason> reasons,
            @Nullable Problem problem) {
        record Word(String text, double startSeconds, double endSeconds) {}

        record Phone(String symbol, double startSeconds, double endSeconds) {}

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
