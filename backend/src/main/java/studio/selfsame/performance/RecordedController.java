package studio.selfsame.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.enrolment.UploadParts;
import studio.selfsame.identity.People;
import studio.selfsame.performance.PerformanceController.Accepted;
import studio.selfsame.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Recordings in: sounds, driving takes, and videos that are to say something new. */
@RestController
@ConditionalOnWebApplication
class RecordedController {
    /** A script of the greatest length, and room to spare. */
    private static final int LONGEST_REQUEST = 256 * 1024;

    private static final String REQUEST = "performance";

    private final People people;
    private final RecordedIntake intake;
    private final JsonMapper json;

    RecordedController(People people, RecordedIntake intake, JsonMapper json) {
        this.people = people;
        this.intake = intake;
        this.json = json;
    }

    /** The parts are read as a stream, the part {@code performance} first; see {@link UploadParts}. */
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = REQUEST,
                                                        schema = @Schema(implementation = RecordedRequest.class)),
                                                @SchemaProperty(
                                                        name = RecordedRequest.SOUND,
                                                        schema = @Schema(type = "string", format = "binary")),
                                                @SchemaProperty(
                                                        name = RecordedRequest.TAKE,
                                                        schema = @Schema(type = "string", format = "binary")),
                                                @SchemaProperty(
                                                        name = RecordedRequest.VIDEO,
                                                        schema = @Schema(type = "string", format = "binary"))
                                            })))
    @PostMapping(path = "/api/performances/recorded", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted receive(HttpServletRequest request) throws IOException {
        intake.admit(request.getContentLengthLong());
        UploadParts parts = UploadParts.of(request).orElseThrow(RecordedController::noRequest);
        UploadParts.Part first =
                parts.next().filter(part -> part.name().equals(REQUEST)).orElseThrow(RecordedController::noRequest);
        RecordedPlan plan = RecordedPlan.of(read(first.content()));
        PerformanceRow row = intake.receive(people.current(), plan, parts);
        return new Accepted(row.id().value(), row.state().text());
    }

    private RecordedRequest read(InputStream content) throws IOException {
        byte[] text = content.readNBytes(LONGEST_REQUEST);
        try {
            return json.readValue(text, RecordedRequest.class);
        } catch (JacksonException e) {
            throw noRequest();
        }
    }

    private static ProblemException noRequest() {
        return ProblemException.unusable(
                "performance",
                "The request does not begin with a part called `performance` that is readable JSON.",
                "Nothing was stored.",
                "Send multipart/form-data: first `performance` with `likenessId`, `kind` and `language` as JSON, then the"
                        + " files.");
    }
}
