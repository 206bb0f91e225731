package studio.selfsame.audit;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tree for everybody: hashes only, which say nothing about what was recorded. {@code /api/audit} is the prefix of a
 * C2SP tiled log: {@code checkpoint} and {@code tile/…} are what its tools ask for.
 */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final String TEXT = "text/plain;charset=utf-8";

    private final MerkleAuditTrail trail;
    private final Checkpoints checkpoints;
    private final Tiles tiles;

    AuditController(MerkleAuditTrail trail, Checkpoints checkpoints, Tiles tiles) {
        this.trail = trail;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /** The newest checkpoint that was kept, signed by us and by witnesses. */
    @GetMapping(path = "/checkpoint", produces = TEXT)
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(checkpoints.published());
    }

    /** Tiles and bundles of commitments, e.g. {@code tile/0/x001/234.p/56} or {@code tile/entries/000}. */
    @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        return TilePath.parse(path.substring(1))
                .flatMap(tiles::read)
                .map(bytes -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no tile `" + path + "` yet"));
    }

    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key() {
        return trail.verifierKey() + "\n";
    }

    /** The tree as it is this moment, which proofs are about; signed, but not kept. */
    @GetMapping("/tree")
    AuditCheckpoint tree() {
        return trail.checkpoint();
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
