package studio.selfsame.release.document;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether the seal on a PDF is whole, covers all of it, and leads to the root. */
final class PadesCheck {
    private PadesCheck() {}

    static List<String> faults(byte[] sealed, PDDocument document, X509Certificate root) {
        var signatures = document.getSignatureDictionaries();
        if (signatures.size() != 1) {
            return List.of("It bears " + signatures.size() + " seals; a release bears one.");
        }
        if (!coversAll(sealed, signatures.getFirst().getByteRange())) {
            return List.of("Something was added to it after it was sealed.");
        }
        try {
            return holds(sealed, root) ? List.of() : List.of("The seal is broken, or not this studio’s.");
        } catch (DSSException e) {
            return List.of("The seal cannot be read.");
        }
    }

    /** From the first byte to the last, but for the seal itself: one string in angle brackets. */
    private static boolean coversAll(byte[] sealed, int[] range) {
        if (range.length != 4
                || range[0] != 0
                || range[1] < 1
                || range[2] <= range[1] + 1
                || range[3] < 0
                || range[2] + (long) range[3] != sealed.length) {
            return false;
        }
        return sealed[range[1]] == '<' && sealed[range[2] - 1] == '>';
    }

    /**
     * That the sealing certificate leads to the root is decided here, by the platform's own path validation; that the seal is
     * by this certificate and whole, by DSS. Nothing is looked up elsewhere: whether it was revoked is not asked.
     */
    private static boolean holds(byte[] sealed, X509Certificate root) {
        var validator = new PDFDocumentValidator(new InMemoryDocument(sealed));
        var verifier = new CommonCertificateVerifier(true);
        validator.setCertificateVerifier(verifier);
        var signature = validator.getSignatures().getFirst();
        var signer = signature.getSigningCertificateToken();
        if (signer == null || !leadsTo(root, signer, signature.getCertificates())) {
            return false;
        }
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(signer);
        verifier.setTrustedCertSources(trusted);
        var report = validator.validateDocument().getSimpleReport();
        return report.getIndication(report.getFirstSignatureId()) == Indication.TOTAL_PASSED;
    }

    private static boolean leadsTo(X509Certificate root, CertificateToken signer, List<CertificateToken> along) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(signer.getCertificate());
            var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(
                            along.stream().map(CertificateToken::getCertificate).toList())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
