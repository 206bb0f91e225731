package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small claim by an authority made for the occasion. */
public final class SampleCredentials {
    private final CertificateIssuer.Identity root;
    private final PrivateKey key;
    private final ClaimSigner signer;

    public SampleCredentials(Instant issued, boolean stamped) throws GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(issued);
        root = issuer.root();
        var leaf = issuer.claimSigner(root);
        var stamper = issuer.timeStamper(root);
        Optional<TimeStamper> timeStamper = stamped
                ? Optional.of(
                        new LocalTimeStamper(stamper.key(), stamper.certificate(), Clock.fixed(issued, ZoneOffset.UTC)))
                : Optional.empty();
        key = leaf.key();
        signer = new ClaimSigner(key, List.of(leaf.certificate()), timeStamper);
    }

    private SampleCredentials(CertificateIssuer.Identity root, PrivateKey key, ClaimSigner signer) {
        this.root = root;
        this.key = key;
        this.signer = signer;
    }

    /** The same certificates; nobody attests the time. */
    public SampleCredentials withoutStamp() {
        return new SampleCredentials(root, key, new ClaimSigner(key, signer.chain(), Optional.empty()));
    }

    /** Below the same root, with a certificate that validators of before 2025 know the purpose of; nobody attests the time. */
    public SampleCredentials older(Instant now) throws Exception {
        var leaf = OlderCertificate.below(root, now);
        return new SampleCredentials(
                root, leaf.key(), new ClaimSigner(leaf.key(), List.of(leaf.certificate()), Optional.empty()));
    }

    /** The same certificates; this one attests the time. */
    SampleCredentials stampedBy(TimeStamper stamper) {
        return new SampleCredentials(root, key, new ClaimSigner(key, signer.chain(), Optional.of(stamper)));
    }

    public Set<X509Certificate> anchors() {
        return Set.of(root());
    }

    public X509Certificate root() {
        return root.certificate();
    }

    public ClaimSigner signer() {
        return signer;
    }

    public Path sign(Path plain, Path target) throws IOException, GeneralSecurityException {
        sign(plain, target, draft(), signer);
        return target;
    }

    /** Signs a copy. */
    public static void sign(Path plain, Path target, ManifestDraft draft, ClaimSigner signer)
            throws IOException, GeneralSecurityException {
        CredentialsWriter.sign(Files.copy(plain, target), draft, signer);
    }

    public static ManifestDraft draft() {
        var draft = new ManifestDraft("sample.mp4", "Selfsame", "1", new SecureRandom());
        draft.add(
                "c2pa.actions.v2",
                Map.of(
                        "actions",
                        List.of(Map.of(
                                "action", "c2pa.created",
                                "digitalSourceType",
                                        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")),
                        "allActionsIncluded",
                        true));
        draft.add("studio.selfsame.sample", Map.of("word", "unchanged"));
        return draft;
    }

    public CredentialsReport read(Path file, Instant now) throws IOException {
        return read(file, Set.of(root()), now);
    }

    public static CredentialsReport read(Path file, Set<X509Certificate> anchors, Instant now) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return new CredentialsReader(Trust.of(anchors)).read(channel, now);
        }
    }
}
