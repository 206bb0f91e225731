package studio.selfsame.release;

import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;

/** A version's papers, byte for byte as they were signed. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/releases/{id}/versions/{version}")
class PaperController {
    private final ReleaseDoor door;
    private final ReleasePapers papers;
    private final People people;

    PaperController(ReleaseDoor door, ReleasePapers papers, People people) {
        this.door = door;
        this.papers = papers;
        this.people = people;
    }

    @GetMapping(path = "/contract.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> contractJson(@PathVariable UUID id, @PathVariable int version) {
        return answer(id, version, Documents.Paper.CONTRACT, MediaType.APPLICATION_JSON, "contract.json");
    }

    @GetMapping(path = "/contract.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> contractPdf(@PathVariable UUID id, @PathVariable int version) {
        return answer(id, version, Documents.Paper.PDF, MediaType.APPLICATION_PDF, "contract.pdf");
    }

    /** When both have signed. */
    @GetMapping(path = "/sealed.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> sealedPdf(@PathVariable UUID id, @PathVariable int version) {
        return answer(id, version, Documents.Paper.SEALED, MediaType.APPLICATION_PDF, "sealed.pdf");
    }

    private ResponseEntity<byte[]> answer(UUID id, int version, Documents.Paper paper, MediaType type, String name) {
        var release = door.open(people.current().id(), new ReleaseId(id));
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(papers.paper(release, version, paper));
    }
}
