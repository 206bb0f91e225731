package studio.selfsame.release;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.release.document.DocumentSeal;

/** The root that vouches for this studio's seals on releases, for whoever checks one with tools of their own. */
@RestController
@ConditionalOnWebApplication
class SealTrustController {
    private static final int LINE = 64;

    private final DocumentSeal seal;

    SealTrustController(DocumentSeal seal) {
        this.seal = seal;
    }

    @GetMapping(path = "/api/trust/release-root.pem", produces = "application/x-pem-file")
    String releaseRoot() throws CertificateEncodingException {
        var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n"
                + lines.encodeToString(seal.root().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
