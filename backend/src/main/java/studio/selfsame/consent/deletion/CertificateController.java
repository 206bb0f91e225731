package studio.selfsame.consent.deletion;

import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.People;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** The certificate for the person shown; the key that verifies it for everybody. */
@RestController
@ConditionalOnWebApplication
class CertificateController {
    private static final String TEXT = "text/plain;charset=utf-8";

    private final DeletionCertificates certificates;
    private final DeletionKey key;
    private final LikenessRegister likenesses;
    private final People people;

    CertificateController(
            DeletionCertificates certificates, DeletionKey key, LikenessRegister likenesses, People people) {
        this.certificates = certificates;
        this.key = key;
        this.likenesses = likenesses;
        this.people = people;
    }

    /** A C2SP signed note, the newest that was issued. */
    @GetMapping(path = "/api/likenesses/{likenessId}/deletion-certificate", produces = TEXT)
    ResponseEntity<String> certificate(@PathVariable UUID likenessId) {
        var likeness = new LikenessId(likenessId);
        if (!likenesses.ownerOf(likeness).equals(Optional.of(people.current().id()))
                || !likenesses.isWithdrawn(likeness)) {
            throw none();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(certificates
                        .of(likeness)
                        .orElseThrow(CertificateController::notYet)
                        .note());
    }

    /** {@code NAME+ID+KEY} */
    @GetMapping(path = "/api/trust/deletion-key", produces = TEXT)
    String key() {
        return key.verifierKey() + "\n";
    }

    private static ProblemException none() {
        return new ProblemException(
                Kind.UNKNOWN,
                new Problem(
                        "consent",
                        "There is no likeness of yours here that has ended.",
                        "There is nothing to certify.",
                        "A certificate is issued when you withdraw your consent."));
    }

    private static ProblemException notYet() {
        return new ProblemException(
                Kind.UNAVAILABLE,
                new Problem(
                        "consent",
                        "The certificate could not be issued yet.",
                        "Your withdrawal stands; only the paper about it is missing.",
                        "Ask again later: the studio keeps trying."));
    }
}
