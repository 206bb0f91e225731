package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claim was signed, by somebody trusted, while their certificate was valid. */
final class SignatureCheck {
    private static final long X5CHAIN = 33;
    private static final int MOST_CERTIFICATES = 10;

    private final Trust trust;
    private final Findings findings;

    SignatureCheck(Trust trust, Findings findings) {
        this.trust = trust;
        this.findings = findings;
    }

    private record Cose(byte[] header, Map<?, ?> closed, Map<?, ?> open, byte[] signature) {}

    /** Subject of the certificate, when there is one. */
    Optional<String> check(JumbfBox manifest, byte[] claim, Instant now) {
        findings.at("c2pa.signature");
        Optional<JumbfBox> box = manifest.child("c2pa.signature");
        if (box.isEmpty()) {
            findings.failure("claimSignature.missing", "The claim is not signed.");
            return Optional.empty();
        }
        try {
            Cose cose = parse(box.get().cbor());
            Optional<CoseAlgorithm> algorithm = CoseAlgorithm.of(cose.closed.get(1L));
            if (algorithm.isEmpty()) {
                findings.failure("algorithm.unsupported", "The claim's signature algorithm is not allowed.");
                return Optional.empty();
            }
            List<X509Certificate> chain = chain(cose);
            verify(cose, algorithm.get(), chain.getFirst(), claim);
            Instant when = new TimeStampCheck(trust.timeStampers(), findings)
                    .time(cose.open, cose.header, cose.signature, claim)
                    .orElse(now);
            credential(chain, when);
            return Optional.of(chain.getFirst().getSubjectX500Principal().getName());
        } catch (MalformedCredentialsException | CertificateException malformed) {
            findings.failure("claimSignature.mismatch", "The claim's signature cannot be read.");
            return Optional.empty();
        }
    }

    private static Cose parse(byte[] cbor) throws MalformedCredentialsException {
        Object item = CborDecoder.decode(cbor);
        Object bare = item instanceof CborTag tag ? tag.item() : item;
        if (bare instanceof List<?> parts
                && parts.size() == 4
                && parts.get(0) instanceof byte[] header
                && parts.get(1) instanceof Map<?, ?> open
                && parts.get(2) == null
                && parts.get(3) instanceof byte[] signature) {
            return new Cose(header, CborDecoder.decodeMap(header), open, signature);
        }
        throw new MalformedCredentialsException("no COSE_Sign1");
    }

    private static List<X509Certificate> chain(Cose cose) throws MalformedCredentialsException, CertificateException {
        Object field = cose.closed.get(X5CHAIN);
        if (field == null) {
            field = cose.closed.get("x5chain");
        }
        if (field == null) {
            field = cose.open.containsKey(X5CHAIN) ? cose.open.get(X5CHAIN) : cose.open.get("x5chain");
        }
        List<?> encoded = field instanceof List<?> list ? list : field == null ? List.of() : List.of(field);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (Object item : encoded) {
            if (!(item instanceof byte[] der) || chain.size() == MOST_CERTIFICATES) {
                throw new MalformedCredentialsException("a chain that is none");
            }
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        if (chain.isEmpty()) {
            throw new MalformedCredentialsException("no certificate");
        }
        return chain;
    }

    private void verify(Cose cose, CoseAlgorithm algorithm, X509Certificate leaf, byte[] claim) {
        boolean good = false;
        if (!algorithm.fits(leaf.getPublicKey())) {
            findings.failure("signingCredential.invalid", "The certificate's key does not fit the algorithm.");
            return;
        }
        try {
            Signature signature = algorithm.signature();
            signature.initVerify(leaf.getPublicKey());
            signature.update(CoseSign1.structure("Signature1", cose.header, claim));
            good = signature.verify(cose.signature);
        } catch (GeneralSecurityException unfit) {
            findings.note("claimSignature.mismatch", "The certificate's key does not fit the algorithm.");
        }
        if (good) {
            findings.success("claimSignature.validated", "The claim is as it was signed.");
        } else {
            findings.failure("claimSignature.mismatch", "The claim was changed after signing.");
        }
    }

    private void credential(List<X509Certificate> chain, Instant when) {
        X509Certificate leaf = chain.getFirst();
        if (!Certificates.maySignClaims(leaf)) {
            findings.failure("signingCredential.invalid", "The signer's certificate is not one for signing claims.");
        }
        boolean inTime =
                !Date.from(when).before(leaf.getNotBefore()) && !Date.from(when).after(leaf.getNotAfter());
        if (inTime) {
            findings.success("claimSignature.insideValidity", "The claim was signed while the certificate was valid.");
        }
        if (!inTime) {
            findings.failure(
                    "claimSignature.outsideValidity", "The claim was not signed while the certificate was valid.");
        } else if (Certificates.leadsTo(trust.signers(), chain, when)) {
            findings.success("signingCredential.trusted", "The signer is somebody whom this studio trusts.");
        } else {
            findings.failure("signingCredential.untrusted", "The signer is nobody whom this studio trusts.");
        }
    }
}
