package studio.selfsame.release.document;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/**
 * The studio's electronic seal on signed releases (PAdES, ETSI EN 319 142-1). It is not a qualified one: it shows that the
 * document is as this studio sealed it; who signed, the passkeys show.
 */
public final class DocumentSeal {
    private final SealKey key;
    private final Optional<URI> timeStamps;
    private final Clock clock;

    private DocumentSeal(SealKey key, Optional<URI> timeStamps, Clock clock) {
        this.key = key;
        this.timeStamps = timeStamps;
        this.clock = clock;
    }

    /**
     * @param keys a folder for the studio's own authority, made at the first start where the operator brings no key
     * @param timeStamps an RFC 3161 service: seals are PAdES-BASELINE-T with it, -B without
     * @throws IllegalArgumentException when the operator's key cannot be used, with what is needed
     */
    public static DocumentSeal open(Path keys, Optional<OperatorKey> operator, Optional<URI> timeStamps, Clock clock)
            throws IOException, GeneralSecurityException {
        var key = operator.isPresent() ? SealKey.of(operator.get()) : SealAuthority.open(keys, clock);
        return new DocumentSeal(key, timeStamps, clock);
    }

    /** What whoever wants to trust the seals must trust. */
    public X509Certificate root() {
        return key.root();
    }

    /**
     * Attaches both signatures as {@code signatures.json}, then seals. What {@link ContractPdf} made stays, byte for byte, at
     * the beginning of the result.
     *
     * @throws IllegalArgumentException when the signatures do not hold for this very document
     * @throws IllegalStateException when it cannot be sealed: the time stamp service gives no stamp, or the sealed document,
     *     read back, does not hold
     */
    public byte[] seal(byte[] contractPdf, SignatureEvidence evidence) {
        var faults = SignedContract.read(contractPdf).faults(evidence);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("This cannot be sealed. " + String.join(" ", faults));
        }
        try {
            var sealed = sealed(Attachments.withSignatures(contractPdf, EvidenceJson.write(contractPdf, evidence)));
            var check = verify(sealed);
            if (!check.sound()) {
                throw new IllegalStateException(
                        "The sealed release does not hold. " + String.join(" ", check.faults()));
            }
            return sealed;
        } catch (DSSException e) {
            throw new IllegalStateException("The release could not be sealed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key for release seals does not sign", e);
        }
    }

    /** Any bytes may come; what is wrong with them is told in the answer. */
    public SealCheck verify(byte[] sealedPdf) {
        return SealedRelease.check(sealedPdf, key.root());
    }

    private byte[] sealed(byte[] pdf) throws GeneralSecurityException, IOException {
        var document = new InMemoryDocument(pdf);
        var parameters = parameters();
        // offline: certificates and their revocation are not looked up
        var service = new PAdESService(new CommonCertificateVerifier(true));
        timeStamps.ifPresent(address -> service.setTspSource(new TimeStampService(address)));
        var toSign = service.getDataToSign(document, parameters);
        var algorithm = parameters.getSignatureAlgorithm();
        var signer = Signature.getInstance(algorithm.getJCEId());
        signer.initSign(key.key());
        signer.update(toSign.getBytes());
        var value = new SignatureValue(algorithm, signer.sign());
        try (var in = service.signDocument(document, parameters, value).openStream()) {
            return in.readAllBytes();
        }
    }

    private PAdESSignatureParameters parameters() {
        var parameters = new PAdESSignatureParameters();
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setSignatureLevel(
                timeStamps.isPresent() ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setEncryptionAlgorithm(
                EncryptionAlgorithm.forKey(key.certificate().getPublicKey()));
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        parameters.setReason("Sealed as signed by both sides; not a qualified signature");
        parameters.setAppName("Selfsame");
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        return parameters;
    }
}
