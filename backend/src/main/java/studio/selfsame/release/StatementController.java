package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.release.document.Statement;
import studio.selfsame.release.document.StatementCsv;
import studio.selfsame.release.document.StatementPdf;

/** What was delivered under a release in a period, for either side. Days are days where the release counts them. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/releases/{id}")
class StatementController {
    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");

    private final Statements statements;
    private final People people;

    StatementController(Statements statements, People people) {
        this.statements = statements;
        this.people = people;
    }

    /** @param amountMinor in the currency's smallest unit; missing where nothing was agreed by render or by minute */
    @Schema(name = "StatementLine")
    record LineView(
            Instant deliveredAt,
            String outputId,
            UUID use,
            double seconds,
            @Nullable Long amountMinor) {}

    /** @param to included */
    @Schema(name = "ReleaseStatement")
    record StatementView(
            UUID release,
            int version,
            LocalDate from,
            LocalDate to,
            String zone,
            String compensationReference,
            @Nullable String currency,
            List<LineView> lines) {
        static StatementView of(Statement statement) {
            return new StatementView(
                    statement.release(),
                    statement.version(),
                    statement.from(),
                    statement.to(),
                    statement.zone().getId(),
                    statement.compensation().reference(),
                    statement
                            .compensation()
                            .currency()
                            .map(Currency::getCurrencyCode)
                            .orElse(null),
                    statement.lines().stream()
                            .map(line -> new LineView(
                                    line.deliveredAt(),
                                    line.outputId(),
                                    line.use(),
                                    line.length().toMillis() / 1000.0,
                                    line.amountMinor().orElse(null)))
                            .toList());
        }
    }

    @GetMapping("/statement")
    StatementView releaseStatement(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return StatementView.of(of(id, from, to));
    }

    @GetMapping(path = "/statement.csv", produces = "text/csv")
    ResponseEntity<String> releaseStatementCsv(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return file(CSV, "statement.csv", StatementCsv.render(of(id, from, to)));
    }

    @GetMapping(path = "/statement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> releaseStatementPdf(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return file(MediaType.APPLICATION_PDF, "statement.pdf", StatementPdf.render(of(id, from, to)));
    }

    private Statement of(UUID id, LocalDate from, LocalDate to) {
        return statements.of(people.current().id(), new ReleaseId(id), from, to);
    }

    private static <T> ResponseEntity<T> file(MediaType type, String name, T content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
