package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
final class SampleCredentials {
    private final CertificateIssuer.Identity root;
    private final ClaimSigner signer;

    SampleCredentials(Instant issued, boolean stamped) throws GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(issued);
        root = issuer.root();
        var leaf = issuer.claimSigner(root);
        var stamper = issuer.timeStamper(root);
        Optional<TimeStamper> timeStamper = stamped
                ? Optional.of(
                        new LocalTimeStamper(stamper.key(), stamper.certificate(), Clock.fixed(issued, ZoneOffset.UTC)))
                : Optional.empty();
        signer = new ClaimSigner(leaf.key(), List.of(leaf.certificate()), timeStamper);
    }

    X509Certificate root() {
        return root.certificate();
    }

    ClaimSigner signer() {
        return signer;
    }

    Path sign(Path plain, Path target) throws IOException, GeneralSecurityException {
        CredentialsWriter.write(plain, target, draft(), signer);
        return target;
    }

    static ManifestDraft draft() {
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

    CredentialsReport read(Path file, Instant now) throws IOException {
        return read(file, Set.of(root()), now);
    }

    static CredentialsReport read(Path file, Set<X509Certificate> anchors, Instant now) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return new CredentialsReader(anchors).read(channel, now);
        }
    }
}
