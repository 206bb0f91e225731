package studio.selfsame.release.document;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;

/** The example contract with both signatures. */
final class Signed {
    static final Contract CONTRACT = Contracts.lighthouse();
    static final byte[] PDF =
            ContractPdf.render(CONTRACT, Templates.find("rider").orElseThrow());
    static final byte[] DIGEST = ContractDigest.of(CONTRACT.canonicalJson(), PDF);

    private Signed() {}

    static SignatureEvidence evidence() {
        return new SignatureEvidence(
                Hex.of(DIGEST),
                HandMadePasskey.es256(CONTRACT.studio().signatory().person()).sign(DIGEST),
                HandMadePasskey.es256(CONTRACT.talent().person()).sign(DIGEST));
    }

    /** As DSS names it. */
    static String level(byte[] sealed) {
        var validator = new PDFDocumentValidator(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(new CommonCertificateVerifier(true));
        var report = validator.validateDocument().getSimpleReport();
        return report.getSignatureFormat(report.getFirstSignatureId()).toString();
    }
}
