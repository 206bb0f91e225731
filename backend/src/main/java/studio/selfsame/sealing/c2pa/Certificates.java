package studio.selfsame.sealing.c2pa;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about X.509 certificates (C2PA 2.4, section 14.5). */
final class Certificates {
    /** Claim signing; and e-mail protection and document signing, which claims of before 2025 were signed with. */
    private static final Set<String> CLAIM_PURPOSES =
            Set.of("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36");

    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private Certificates() {}

    static boolean maySignClaims(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            boolean[] usage = leaf.getKeyUsage();
            return leaf.getVersion() == 3
                    && leaf.getBasicConstraints() == -1
                    && usage != null
                    && usage[0]
                    && purposes != null
                    && !purposes.contains(ANY_PURPOSE)
                    && purposes.stream().anyMatch(CLAIM_PURPOSES::contains);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }

    /** Whether the chain, leaf first, ends at one of the anchors. Revocation is not asked about. */
    static boolean leadsTo(Set<X509Certificate> anchors, List<X509Certificate> chain, Instant when) {
        List<X509Certificate> path =
                chain.stream().filter(link -> !anchors.contains(link)).toList();
        if (anchors.isEmpty() || path.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors.stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(when));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }
}
