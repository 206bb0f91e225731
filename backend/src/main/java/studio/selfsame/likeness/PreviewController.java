package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.People;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;

/** Samples of what a person's network drew while it was trained, for that person alone. */
@RestController
@RequestMapping("/api/likenesses/{likenessId}/previews")
class PreviewController {
    private final LikenessTable table;
    private final People people;
    private final Vault vault;
    private final StillDisclosure disclosure;

    PreviewController(LikenessTable table, People people, Vault vault, StillDisclosure disclosure) {
        this.table = table;
        this.people = people;
        this.vault = vault;
        this.disclosure = disclosure;
    }

    /** Of the newest training: rows of held-out frames, columns of plate, retrieved, drawn, truth; labelled and signed. */
    @GetMapping(path = "/{step}", produces = MediaType.IMAGE_PNG_VALUE)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_PNG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> preview(@PathVariable UUID likenessId, @PathVariable int step, Locale language)
            throws IOException {
        LikenessRow row = table.find(new LikenessId(likenessId))
                .filter(r -> r.owner().equals(people.current().id()))
                .filter(r -> r.state() != LikenessRow.State.WITHDRAWN && table.isPreviewed(r, step))
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "likeness",
                                "There is no sample of step `" + step + "` of a likeness `" + likenessId
                                        + "` of yours.",
                                "Nothing was shown.",
                                "Choose a step that the training's curve names a sample of.")));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(disclosure.disclose(vault.read(row.dataKey(), row.preview(step)), language));
    }
}
