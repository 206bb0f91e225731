package studio.selfsame.release.document;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import studio.selfsame.release.document.SealKey.Identity;

/** The certificates of a studio that brings none for its seals. Nobody trusts this root until they choose to. */
final class SealAuthority {
    private static final X500Principal ROOT = new X500Principal(
            "CN=Root of a studio's own release seals,OU=No qualified trust service,O=Selfsame studio");
    private static final X500Principal SEAL =
            new X500Principal("CN=Release seal (not qualified),OU=No qualified trust service,O=Selfsame studio");
    /** id-kp-documentSigning (RFC 9336). */
    private static final KeyPurposeId DOCUMENT_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration ROOT_LIFE = YEAR.multipliedBy(40);
    private static final Duration SEAL_LIFE = YEAR.multipliedBy(15);
    /** A release lasts ten years at most: a seal that is made now outlasts it. */
    private static final Duration LEAST_LEFT = YEAR.multipliedBy(11);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private SealAuthority(Clock clock) {
        this.clock = clock;
    }

    /** Makes what is not there, and a new sealing key before the old one becomes too old. */
    static SealKey open(Path path, Clock clock) throws IOException, GeneralSecurityException {
        var folder = new PemFolder(path);
        return folder.alone(() -> new SealAuthority(clock).open(folder));
    }

    private SealKey open(PemFolder folder) throws IOException, GeneralSecurityException {
        if (!folder.has("root")) {
            var keys = keys();
            var usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
            folder.write("root", issue(keys, ROOT, keys, ROOT_LIFE, usage));
        }
        var root = folder.read("root");
        if (!folder.has("seal") || isTooOld(folder.read("seal"))) {
            var issuer = new KeyPair(root.certificate().getPublicKey(), root.key());
            var usage = new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
            folder.write("seal", issue(issuer, SEAL, keys(), SEAL_LIFE, usage));
        }
        var seal = folder.read("seal");
        return new SealKey(seal.key(), List.of(seal.certificate()), root.certificate());
    }

    private boolean isTooOld(Identity seal) {
        return seal.certificate()
                .getNotAfter()
                .toInstant()
                .isBefore(clock.instant().plus(LEAST_LEFT));
    }

    private Identity issue(KeyPair issuer, X500Principal subject, KeyPair keys, Duration life, KeyUsage usage)
            throws GeneralSecurityException {
        boolean isRoot = subject.equals(ROOT);
        try {
            var ids = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                    ROOT,
                    new BigInteger(127, random),
                    Date.from(clock.instant().minus(Duration.ofMinutes(5))),
                    Date.from(clock.instant().plus(life)),
                    subject,
                    keys.getPublic());
            builder.addExtension(
                    Extension.basicConstraints, true, isRoot ? new BasicConstraints(0) : new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, usage);
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuer.getPublic()));
            if (!isRoot) {
                // readers of PDF ask for the second, which is older
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    DOCUMENT_SIGNING, KeyPurposeId.id_kp_emailProtection
                }));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
            return new Identity(
                    keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate could not be made", e);
        }
    }

    private KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }
}
