package studio.selfsame.sealing;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that nobody but the operator can renew.
 *
 * @param chain from the claim signer up to the root; none where the studio's own authority signs
 */
record OperatorsCertificates(List<X509Certificate> chain) {
    OperatorsCertificates {
        chain = List.copyOf(chain);
    }
}
