package studio.selfsame.sealing;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;
import studio.selfsame.sealing.DisclosureRecords.Told;
import studio.selfsame.vault.ObjectStore;

/** Outputs: the record for everybody, the list and the file for who had them made. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/outputs")
class OutputController {
    private final OutputRows outputs;
    private final DisclosureRecords disclosures;
    private final LikenessRegister likenesses;
    private final ObjectStore store;
    private final People people;

    OutputController(
            OutputRows outputs,
            DisclosureRecords disclosures,
            LikenessRegister likenesses,
            ObjectStore store,
            People people) {
        this.outputs = outputs;
        this.disclosures = disclosures;
        this.likenesses = likenesses;
        this.store = store;
        this.people = people;
    }

    /**
     * The public record: nothing that names or links a person.
     *
     * @param label words that it bears in every picture; null of outputs from before they were written down
     * @param language spoken in it, BCP 47; null likewise
     * @param notices that the law of some place asks for besides
     */
    @Schema(name = "Output")
    record View(
            String outputId,

            @Schema(allowableValues = {"in-force", "withdrawn", "taken-down"})
            String state,

            String sealedAt,
            String fileSha256,
            String manifestSha256,
            String renderId,
            @Nullable String label,
            @Nullable String language,

            @ArraySchema(schema = @Schema(allowableValues = {"synthetic-performer", "aigc"}))
            List<String> notices) {
        static View of(OutputRecord record, @Nullable Told told) {
            return new View(
                    record.outputId(),
                    state(record),
                    record.sealedAt().toString(),
                    record.fileSha256(),
                    record.manifestSha256(),
                    record.render().value().toString(),
                    told == null ? null : told.label(),
                    told == null ? null : told.language(),
                    told == null ? List.of() : told.notices());
        }

        static String state(OutputRecord record) {
            return record.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping
    List<View> own() {
        PersonId person = people.current().id();
        Map<String, Told> told = disclosures.toldOf(person);
        return outputs.of(person).stream()
                .map(record -> View.of(record, told.get(record.outputId())))
                .toList();
    }

    @GetMapping("/{outputId}")
    View record(@PathVariable String outputId) {
        return outputs.find(outputId)
                .map(record -> View.of(record, disclosures.told(outputId).orElse(null)))
                .orElseThrow(SealingProblems::unknown);
    }

    /** For whoever had it made, and whom it shows. */
    @GetMapping("/{outputId}/disclosure")
    DisclosureView disclosure(@PathVariable String outputId) {
        PersonId person = people.current().id();
        return outputs.find(outputId)
                .filter(record -> outputs.madeBy(outputId, person).isPresent()
                        || likenesses.ownerOf(record.likeness()).equals(Optional.of(person)))
                .flatMap(record -> disclosures.find(outputId))
                .orElseThrow(SealingProblems::unknown);
    }

    /** Answers range requests; Spring reads them off the resource. */
    @GetMapping("/{outputId}/file")
    ResponseEntity<Resource> file(@PathVariable String outputId) {
        SealedOutput output = outputs.sealed(outputId, people.current().id()).orElseThrow(SealingProblems::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("video/mp4"))
                .eTag("\"" + output.record().fileSha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(outputId + ".mp4")
                                .build()
                                .toString())
                .body(new SealedResource(output, store));
    }
}
