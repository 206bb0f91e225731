package studio.selfsame.enrolment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

/** Footage in, findings out; one's own only. */
@RestController
@ConditionalOnWebApplication
class EnrolmentController {
    private final People people;
    private final FootageIntake intake;
    private final EnrolmentTable table;
    private final WorkQueue work;

    EnrolmentController(People people, FootageIntake intake, EnrolmentTable table, WorkQueue work) {
        this.people = people;
        this.intake = intake;
        this.table = table;
        this.work = work;
    }

    /** The part {@code footage} is read as a stream; see {@link MultipartFootage}. */
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties =
                                                    @SchemaProperty(
                                                            name = "footage",
                                                            schema = @Schema(type = "string", format = "binary")))))
    @PostMapping(path = "/api/enrolments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted receive(HttpServletRequest request) throws IOException {
        intake.admit(request.getContentLengthLong());
        EnrolmentRow row = intake.receive(people.current(), () -> MultipartFootage.open(request));
        return new Accepted(
                row.id().value(), row.likeness().value(), row.state().text());
    }

    @GetMapping("/api/enrolments")
    List<View> mine() {
        return table.of(people.current().id()).stream().map(this::view).toList();
    }

    @GetMapping("/api/enrolments/{id}")
    View one(@PathVariable UUID id) {
        PersonId person = people.current().id();
        return table.find(new EnrolmentId(id))
                .filter(row -> row.person().equals(person) && row.footageSha256() != null)
                .map(this::view)
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "enrolment",
                                "You have no enrolment `" + id + "`.",
                                "Nothing was shown.",
                                "Look at the list of your enrolments.")));
    }

    private View view(EnrolmentRow row) {
        WorkStatus status = work.of(row.id().value()).stream()
                .filter(candidate -> candidate.kind().equals(FootageAnalysis.KIND))
                .findFirst()
                .orElse(null);
        return new View(
                row.id().value(),
                row.likeness().value(),
                row.state().text(),
                status == null ? "" : status.stage(),
                status == null ? 0 : status.fraction(),
                row.report(),
                row.problem());
    }

    @Schema(name = "EnrolmentBegun")
    record Accepted(UUID id, UUID likenessId, String state) {}

    @Schema(name = "Enrolment")
    record View(
            UUID id,
            UUID likenessId,

            @Schema(allowableValues = {"analysing", "accepted", "refused", "failed", "withdrawn"})
            String state,

            String stage,
            double fraction,
            @Nullable EnrolmentReport report,
            @Nullable Problem problem) {}
}
