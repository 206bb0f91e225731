package studio.selfsame.sealing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells operators in time that a certificate of theirs ends, and once more when it has: once for each certificate. */
@Component
class CertificateEnds {
    private static final Duration WARNING = Duration.ofDays(30);

    private final OperatorsCertificates certificates;
    private final OperatorAlerts alerts;
    private final Clock clock;

    CertificateEnds(OperatorsCertificates certificates, OperatorAlerts alerts, ObjectProvider<Clock> clock) {
        this.certificates = certificates;
        this.alerts = alerts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Transactional
    public void look() {
        Instant now = clock.instant();
        for (X509Certificate certificate : certificates.chain()) {
            Instant end = certificate.getNotAfter().toInstant();
            if (!now.isBefore(end.minus(WARNING))) {
                alerts.raise(
                        now.isAfter(end) ? AlertKind.CERTIFICATE_OVER : AlertKind.CERTIFICATE_ENDING,
                        sha256(certificate),
                        List.of(end.toString()));
            }
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return DigestUtils.sha256Hex(certificate.getEncoded());
        } catch (CertificateEncodingException unencoded) {
            throw new IllegalStateException("a certificate that was read cannot be written", unencoded);
        }
    }
}
