package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.enrolment.UploadParts;
import studio.selfsame.inspection.CallerLimit;
import studio.selfsame.inspection.Door;

/** For everybody, without an account: say that something must go, and follow what becomes of it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/takedowns")
class TakedownController {
    /** In a header, because addresses are written into logs. */
    static final String KEY = "X-Takedown-Key";
    /** Room for the form around the file. */
    private static final long FORM_BYTES = 1 << 20;

    private final Filing filing;
    private final CaseRows cases;
    private final MatchRows matches;
    private final ClaimVault claims;
    private final CallerLimit limit;

    TakedownController(Filing filing, CaseRows cases, MatchRows matches, ClaimVault claims, CallerLimit limit) {
        this.filing = filing;
        this.cases = cases;
        this.matches = matches;
        this.claims = claims;
        this.limit = limit;
    }

    /** @param key shown this once */
    @Schema(name = "TakedownFiled")
    record Filed(UUID id, String key, Instant dueAt) {}

    /** @param reason of the decision */
    @Schema(name = "FollowedTakedown")
    record Followed(CaseView takedown, @Nullable String reason) {}

    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = "kind",
                                                        schema = @Schema(implementation = TakedownKind.class)),
                                                @SchemaProperty(
                                                        name = "claimant",
                                                        schema = @Schema(implementation = Claimant.class)),
                                                @SchemaProperty(name = "name", schema = @Schema(type = "string")),
                                                @SchemaProperty(name = "contact", schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = "personShown",
                                                        schema = @Schema(type = "string")),
                                                @SchemaProperty(name = "statement", schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = "goodFaith",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        allowableValues = {"true"})),
                                                @SchemaProperty(name = "outputId", schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = "url",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "Where it is shown; never fetched.")),
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary"))
                                            })))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Filed file(HttpServletRequest request) throws IOException {
        limit.require(Door.CLAIM, request.getRemoteAddr());
        Filing.LIMIT.admit(request.getContentLengthLong() - FORM_BYTES);
        Filing.Filed filed = filing.file(UploadParts.of(request).orElseThrow(TakedownProblems::noForm));
        return new Filed(filed.filed().id(), filed.key().text(), filed.filed().dueAt());
    }

    /** With the key that filing it gave. */
    @GetMapping("/{id}")
    ResponseEntity<Followed> follow(@PathVariable UUID id, @RequestHeader(KEY) String key) throws IOException {
        TakedownCase one = cases.find(id).filter(new CaseKey(key)::opens).orElseThrow(TakedownProblems::unknown);
        // what else shows the same person is that person's affair
        List<Match> about = matches.of(id).stream()
                .filter(match -> match.foundBy() != FoundBy.LIKENESS)
                .toList();
        String reason = one.state().isDecided() ? claims.answer(one) : null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Followed(CaseView.of(one, about), reason));
    }
}
