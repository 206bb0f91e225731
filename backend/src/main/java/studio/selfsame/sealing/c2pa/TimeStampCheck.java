package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** When the claim was signed, if somebody trusted attests it. A bad time stamp is noted and otherwise ignored. */
final class TimeStampCheck {
    private static final int MOST_CERTIFICATES = 10;

    private final Set<X509Certificate> anchors;
    private final Findings findings;

    TimeStampCheck(Set<X509Certificate> anchors, Findings findings) {
        this.anchors = anchors;
        this.findings = findings;
    }

    /** Of the signature ({@code sigTst2}), or, as claims of before 2024 have it, of the claim ({@code sigTst}). */
    Optional<Instant> time(Map<?, ?> open, byte[] protectedHeader, byte[] signature, byte[] claim) {
        Optional<byte[]> ofSignature = token(open.get("sigTst2"));
        Optional<byte[]> der = ofSignature.isPresent() ? ofSignature : token(open.get("sigTst"));
        if (der.isEmpty()) {
            return Optional.empty();
        }
        byte[] stamped = ofSignature.isPresent()
                ? CoseSign1.counterStructure(protectedHeader, signature)
                : CoseSign1.structure("CounterSignature", protectedHeader, claim);
        try {
            return examine(der.get(), stamped);
        } catch (IOException
                | TSPException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            findings.note("timeStamp.malformed", "The time stamp cannot be read.");
            return Optional.empty();
        }
    }

    private static Optional<byte[]> token(@Nullable Object field) {
        return field instanceof Map<?, ?> stamps
                        && stamps.get("tstTokens") instanceof List<?> tokens
                        && !tokens.isEmpty()
                        && tokens.getFirst() instanceof Map<?, ?> first
                        && first.get("val") instanceof byte[] der
                ? Optional.of(der)
                : Optional.empty();
    }

    /** Either the token, or the authority's whole response around it. */
    private static TimeStampToken parse(byte[] der) throws IOException, TSPException {
        ASN1Primitive item = ASN1Primitive.fromByteArray(der);
        boolean response = ASN1Sequence.getInstance(item).getObjectAt(0) instanceof ASN1Sequence;
        TimeStampToken token = response
                ? new TimeStampResponse(der).getTimeStampToken()
                : new TimeStampToken(ContentInfo.getInstance(item));
        if (token == null) {
            throw new TSPException("a response without a token");
        }
        return token;
    }

    private Optional<Instant> examine(byte[] der, byte[] stamped)
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampToken token = parse(der);
        var info = token.getTimeStampInfo();
        Optional<MessageDigest> digest = Digests.ofOid(info.getMessageImprintAlgOID());
        if (digest.isEmpty() || !MessageDigest.isEqual(digest.get().digest(stamped), info.getMessageImprintDigest())) {
            findings.note("timeStamp.mismatch", "The time stamp is of something else.");
            return Optional.empty();
        }
        Optional<X509CertificateHolder> signer = signerOf(token);
        if (signer.isEmpty()) {
            findings.note("timeStamp.malformed", "The time stamp does not say whose it is.");
            return Optional.empty();
        }
        X509CertificateHolder holder = signer.get();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
        findings.success("timeStamp.validated", "The time stamp is of this signature.");
        Instant when = info.getGenTime().toInstant();
        if (!Certificates.leadsTo(anchors, path(holder, token), when)) {
            findings.note("timeStamp.untrusted", "The time stamp is of nobody whom this studio trusts.");
            return Optional.empty();
        }
        findings.success("timeStamp.trusted", "The time stamp is of somebody whom this studio trusts.");
        return Optional.of(when);
    }

    private static Optional<X509CertificateHolder> signerOf(TimeStampToken token) {
        return token.getCertificates().getMatches(null).stream()
                .filter(holder -> token.getSID().match(holder))
                .findFirst();
    }

    /** From the stamper up, as far as the certificates that came with the token lead. */
    private static List<X509Certificate> path(X509CertificateHolder leaf, TimeStampToken token)
            throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509CertificateHolder> next = Optional.of(leaf);
        while (next.isPresent() && path.size() < MOST_CERTIFICATES) {
            X509CertificateHolder link = next.get();
            path.add(converter.getCertificate(link));
            next = token.getCertificates().getMatches(null).stream()
                    .filter(holder -> !link.getIssuer().equals(link.getSubject())
                            && holder.getSubject().equals(link.getIssuer()))
                    .findFirst();
        }
        return path;
    }
}
