package studio.selfsame.sealing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
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
import studio.selfsame.identity.People;
import studio.selfsame.vault.ObjectStore;

/** Outputs: the record for everybody, the list and the file for who had them made. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/outputs")
class OutputController {
    private final OutputRows outputs;
    private final ObjectStore store;
    private final People people;

    OutputController(OutputRows outputs, ObjectStore store, People people) {
        this.outputs = outputs;
        this.store = store;
        this.people = people;
    }

    /** The public record: nothing that names or links a person. */
    @Schema(name = "Output")
    record View(
            String outputId,

            @Schema(allowableValues = {"in-force", "withdrawn", "taken-down"})
            String state,

            String sealedAt,
            String fileSha256,
            String manifestSha256,
            String renderId) {
        static View of(OutputRecord record) {
            return new View(
                    record.outputId(),
                    state(record),
                    record.sealedAt().toString(),
                    record.fileSha256(),
                    record.manifestSha256(),
                    record.render().value().toString());
        }

        static String state(OutputRecord record) {
            return record.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping
    List<View> own() {
        return outputs.of(people.current().id()).stream().map(View::of).toList();
    }

    @GetMapping("/{outputId}")
    View record(@PathVariable String outputId) {
        return outputs.find(outputId).map(View::of).orElseThrow(SealingProblems::unknown);
    }

    /** Answers range requests; Spring reads them off the resource. */
    @GetMapping("/{outputId}/file")
    ResponseEntity<Resource> file(@PathVariable String outputId) {
        SealedOutput output = outputs.sealed(outputId, people.current().id()).orElseThrow(SealingProblems::unknown);
        if (output.record().state() == OutputRecord.State.TAKEN_DOWN) {
            throw SealingProblems.takenDown();
        }
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
