package studio.selfsame.release.document;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.util.List;
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
            return holds(report(sealed, root)) ? List.of() : List.of("The seal is broken, or not this studio’s.");
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

    private static SimpleReport report(byte[] sealed, X509Certificate root) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(root));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        var validator = new PDFDocumentValidator(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    /** Whether a certificate was revoked is not looked up here, which alone leaves the verdict open. */
    private static boolean holds(SimpleReport report) {
        var id = report.getFirstSignatureId();
        return report.getIndication(id) == Indication.TOTAL_PASSED
                || report.getIndication(id) == Indication.INDETERMINATE
                        && report.getSubIndication(id) == SubIndication.TRY_LATER;
    }
}
