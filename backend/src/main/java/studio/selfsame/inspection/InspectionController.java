package studio.selfsame.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.enrolment.UploadParts;

/** For everybody, without an account. Whoever has an inspection's id may read its report. */
@RestController
@ConditionalOnWebApplication
class InspectionController {
    /** Room for the form around the file. */
    private static final long FORM_BYTES = 1 << 20;

    private final InspectionDesk desk;
    private final CallerLimit limit;

    InspectionController(InspectionDesk desk, CallerLimit limit) {
        this.desk = desk;
        this.limit = limit;
    }

    @Schema(name = "InspectionBegun")
    record Taken(UUID id) {}

    /**
     * The form is read only after the caller's address and the length have been looked at, and then as a stream: nothing of
     * it reaches the disk but sealed.
     */
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            schema = @Schema(type = "string", format = "binary")))))
    @PostMapping({"/api/inspections", "/inspect"})
    ResponseEntity<Taken> take(HttpServletRequest request) throws IOException {
        limit.require(Door.INSPECTION, request.getRemoteAddr());
        InspectionDesk.LIMIT.admit(request.getContentLengthLong() - FORM_BYTES);
        Taken taken = new Taken(desk.take(file(request)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/inspections/" + taken.id()))
                .body(taken);
    }

    private static InputStream file(HttpServletRequest request) throws IOException {
        UploadParts parts = UploadParts.of(request).orElseThrow(InspectionProblems::noFile);
        for (Optional<UploadParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().name().equals("file")) {
                return part.get().content();
            }
        }
        throw InspectionProblems.noFile();
    }

    @GetMapping("/api/inspections/{id}")
    Inspection read(@PathVariable UUID id) {
        return desk.find(id).orElseThrow(InspectionProblems::unknown);
    }
}
