package studio.selfsame.sealing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import studio.selfsame.sealing.c2pa.CertificateIssuer;
import studio.selfsame.sealing.c2pa.CertificateIssuer.Identity;
import studio.selfsame.sealing.c2pa.ClaimSigner;
import studio.selfsame.sealing.c2pa.LocalTimeStamper;
import studio.selfsame.sealing.c2pa.TimeStamper;

/** The certificates of a studio that brings none: made once, kept below {@code keys/c2pa}. */
final class OwnAuthority {
    private static final String ROOT = "root";
    private static final String SIGNER = "claim-signer";
    private static final String STAMPER = "time-stamper";
    /** Written last: when it is there, all is. */
    private static final String COMPLETE = ROOT + ".pem";

    private final KeyFolder keys;
    private final Clock clock;
    private final Optional<TimeStamper> appointed;

    /** @param appointed stamps claims in place of the studio's own clock */
    OwnAuthority(KeyFolder keys, Clock clock, Optional<TimeStamper> appointed) {
        this.keys = keys;
        this.clock = clock;
        this.appointed = appointed;
    }

    SigningIdentity openOrMake() throws IOException, GeneralSecurityException {
        keys.makeOnce(COMPLETE, this::make);
        Identity signer = load(SIGNER);
        Identity stamper = load(STAMPER);
        X509Certificate root = Pem.certificate(keys.read(COMPLETE));
        TimeStamper timeStamper =
                appointed.orElseGet(() -> new LocalTimeStamper(stamper.key(), stamper.certificate(), clock));
        return new SigningIdentity(
                new ClaimSigner(signer.key(), List.of(signer.certificate()), Optional.of(timeStamper)), root);
    }

    private void make() throws IOException, GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(clock.instant());
        Identity root = issuer.root();
        store(SIGNER, issuer.claimSigner(root));
        store(STAMPER, issuer.timeStamper(root));
        store(ROOT, root);
    }

    private void store(String name, Identity identity) throws IOException, GeneralSecurityException {
        keys.write(name + ".key", Pem.of(identity.key()));
        keys.write(name + ".pem", Pem.of(identity.certificate()));
    }

    private Identity load(String name) throws IOException, GeneralSecurityException {
        return new Identity(Pem.ecKey(keys.read(name + ".key")), Pem.certificate(keys.read(name + ".pem")));
    }
}
