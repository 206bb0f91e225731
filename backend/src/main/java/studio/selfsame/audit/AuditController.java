package studio.selfsame.audit;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The tree for everybody: hashes only, which say nothing about what was recorded. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private final MerkleAuditTrail trail;

    AuditController(MerkleAuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/checkpoint")
    AuditCheckpoint checkpoint() {
        return trail.checkpoint();
    }

    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key() {
        return trail.verifierKey() + "\n";
    }

    @GetMapping("/entries/{index}/proof")
    InclusionProof inclusion(@PathVariable long index) {
        try {
            return trail.inclusionProof(index);
        } catch (IndexOutOfBoundsException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    /** Proof that the present tree only adds to the one that had {@code from} entries. */
    @GetMapping("/consistency")
    MerkleAuditTrail.ConsistencyProof consistency(@RequestParam long from) {
        try {
            return trail.consistencyProof(from);
        } catch (IndexOutOfBoundsException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }
}
