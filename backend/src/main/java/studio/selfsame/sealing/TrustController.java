package studio.selfsame.sealing;

import java.security.GeneralSecurityException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The root that vouches for this studio's claims, for whoever wants to check them with tools of their own. */
@RestController
@ConditionalOnWebApplication
class TrustController {
    private final String root;

    TrustController(SigningIdentity identity) throws GeneralSecurityException {
        this.root = Pem.of(identity.root());
    }

    @GetMapping(path = "/api/trust/root.pem", produces = "application/x-pem-file")
    String root() {
        return root;
    }
}
