package studio.selfsame.release.document;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/**
 * The studio's electronic seal on signed releases (PAdES, ETSI EN 319 142-1). It is not a qualified one: it shows that the
 * document is as this studio sealed it; who signed, the passkeys show.
 */
public final class DocumentSeal {
    private DocumentSeal() {}

    /**
     * @param keys a folder for the studio's own authority, made at the first start where the operator brings no key
     * @param timeStamps an RFC 3161 service: seals are PAdES-BASELINE-T with it, -B without
     * @throws IllegalArgumentException when the operator's key cannot be used, with what is needed
     */
    public static DocumentSeal open(Path keys, Optional<OperatorKey> operator, Optional<URI> timeStamps, Clock clock)
            throws IOException, GeneralSecurityException {
        throw new UnsupportedOperationException();
    }

    /** What whoever wants to trust the seals must trust. */
    public X509Certificate root() {
        throw new UnsupportedOperationException();
    }

    /**
     * Attaches both signatures as {@code signatures.json}, then seals. What {@link ContractPdf} made stays, byte for byte, at
     * the beginning of the result.
     *
     * @throws IllegalArgumentException when the signatures do not hold for this very document
     */
    public byte[] seal(byte[] contractPdf, SignatureEvidence evidence) {
        throw new UnsupportedOperationException();
    }

    /** Any bytes may come; what is wrong with them is told in the answer. */
    public SealCheck verify(byte[] sealedPdf) {
        throw new UnsupportedOperationException();
    }
}
