package studio.selfsame.sealing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.selfsame.sealing.c2pa.CertificateIssuer;
import studio.selfsame.sealing.c2pa.CertificateIssuer.Identity;
import studio.selfsame.sealing.c2pa.ClaimSigner;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.LocalTimeStamper;
import studio.selfsame.sealing.c2pa.TimeStamper;

/**
 * The certificates of a studio that brings none, kept below {@code keys/c2pa}. The root is made once; those below it are
 * renewed, with new keys, thirty days before they end, or when claims are to be signed with another algorithm.
 */
final class OwnAuthority {
    private static final String ROOT = "root";
    private static final String SIGNER = "claim-signer";
    private static final String STAMPER = "time-stamper";
    /** Written after those below it on first start: when it is there, all is. */
    private static final String COMPLETE = ROOT + ".pem";

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(OwnAuthority.class);

    private final KeyFolder keys;
    private final Clock clock;
    private final Optional<TimeStamper> appointed;
    private final CoseAlgorithm algorithm;
    private @Nullable Leaves leaves;

    /**
     * For several processes at once.
     *
     * @param appointed stamps claims in place of the studio's own clock
     * @param algorithm claims are signed with
     */
    OwnAuthority(KeyFolder keys, Clock clock, Optional<TimeStamper> appointed, CoseAlgorithm algorithm) {
        this.keys = keys;
        this.clock = clock;
        this.appointed = appointed;
        this.algorithm = algorithm;
    }

    /** The certificates below the root. */
    private record Leaves(Identity signer, Identity stamper) {}

    SigningIdentity openOrMake() throws IOException, GeneralSecurityException {
        keys.makeOnce(COMPLETE, this::make);
        X509Certificate root = Pem.certificate(keys.read(COMPLETE));
        signer(root);
        return new SigningIdentity(() -> signer(root), root);
    }

    private void make() throws IOException, GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(clock.instant());
        Identity root = issuer.root();
        store(SIGNER, issuer.claimSigner(root, algorithm));
        store(STAMPER, issuer.timeStamper(root));
        store(ROOT, root);
    }

    private synchronized ClaimSigner signer(X509Certificate root) throws IOException, GeneralSecurityException {
        if (leaves == null || !lasts(leaves.signer(), root) || !lasts(leaves.stamper(), root)) {
            keys.alone(() -> leaves =
                    new Leaves(keptOrMade(SIGNER, algorithm, root), keptOrMade(STAMPER, CoseAlgorithm.ES256, root)));
        }
        Leaves good = Objects.requireNonNull(leaves);
        TimeStamper timeStamper = appointed.orElseGet(
                () -> new LocalTimeStamper(good.stamper().key(), good.stamper().certificate(), clock));
        return new ClaimSigner(good.signer().key(), List.of(good.signer().certificate()), Optional.of(timeStamper));
    }

    private Identity keptOrMade(String name, CoseAlgorithm wanted, X509Certificate root)
            throws IOException, GeneralSecurityException {
        Optional<Identity> kept = load(name).filter(identity -> identity.isFor(wanted) && lasts(identity, root));
        if (kept.isPresent()) {
            return kept.get();
        }
        CertificateIssuer issuer = new CertificateIssuer(clock.instant());
        Identity authority =
                load(ROOT).orElseThrow(() -> new GeneralSecurityException("the root's key is not the root's"));
        Identity made = name.equals(SIGNER) ? issuer.claimSigner(authority, wanted) : issuer.timeStamper(authority);
        store(name, made);
        LOG.info(
                "A new certificate, good until {}: {}",
                made.certificate().getNotAfter().toInstant(),
                name);
        return made;
    }

    /** No certificate lasts longer than the root. */
    private boolean lasts(Identity identity, X509Certificate root) {
        Instant end = identity.certificate().getNotAfter().toInstant();
        return clock.instant().plus(RENEWED_BEFORE).isBefore(end)
                || !end.isBefore(root.getNotAfter().toInstant());
    }

    private void store(String name, Identity identity) throws IOException, GeneralSecurityException {
        keys.write(name + ".key", Pem.of(identity.key()));
        keys.write(name + ".pem", Pem.of(identity.certificate()));
    }

    /** Empty where key and certificate are of different kinds: a process was killed between writing them. */
    private Optional<Identity> load(String name) throws IOException, GeneralSecurityException {
        X509Certificate certificate = Pem.certificate(keys.read(name + ".pem"));
        try {
            PrivateKey key =
                    Pem.key(keys.read(name + ".key"), certificate.getPublicKey().getAlgorithm());
            return Optional.of(new Identity(key, certificate));
        } catch (InvalidKeySpecException another) {
            return Optional.empty();
        }
    }
}
