package studio.selfsame.sealing.c2pa;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificates of a studio that brings none of its own: a root, a claim signer and a time stamper below it.
 * Nobody trusts this root until they choose to.
 */
public final class CertificateIssuer {
    private static final String ORGANISATION = "O=Selfsame studio (own authority)";
    /** c2pa-kp-claimSigning (C2PA 2.4, section 14.5.1). */
    private static final KeyPurposeId CLAIM_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.2.1"));

    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(825);

    private final Instant now;
    private final SecureRandom random = new SecureRandom();

    public CertificateIssuer(Instant now) {
        this.now = now;
    }

    /** A key with its certificate; never prints the key. */
    public record Identity(PrivateKey key, X509Certificate certificate) {
        /** Whether the key is the certificate's, and one that signs claims with this algorithm. */
        public boolean isFor(CoseAlgorithm algorithm) {
            if (!CoseAlgorithm.forKey(certificate.getPublicKey()).equals(Optional.of(algorithm))) {
                return false;
            }
            try {
                Signature signature = algorithm.signature();
                signature.initSign(key);
                byte[] proof = signature.sign();
                signature.initVerify(certificate.getPublicKey());
                return signature.verify(proof);
            } catch (GeneralSecurityException another) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Identity[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    public Identity root() throws GeneralSecurityException {
        KeyPair keys = CoseAlgorithm.ES256.keys(random);
        X500Principal name = new X500Principal("CN=Selfsame studio root," + ORGANISATION);
        return issue(
                name,
                keys,
                name,
                keys,
                ROOT_LIFE,
                new BasicConstraints(0),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null);
    }

    public Identity claimSigner(Identity root) throws GeneralSecurityException {
        return claimSigner(root, CoseAlgorithm.ES256);
    }

    /** Who signs with this algorithm. */
    public Identity claimSigner(Identity root, CoseAlgorithm algorithm) throws GeneralSecurityException {
        return claimSigner(root, algorithm.keys(random));
    }

    /** For a key of any kind. */
    Identity claimSigner(Identity root, KeyPair keys) throws GeneralSecurityException {
        return leaf("CN=Selfsame claim signer,", root, keys, CLAIM_SIGNING);
    }

    public Identity timeStamper(Identity root) throws GeneralSecurityException {
        return leaf(
                "CN=Selfsame time stamper,", root, CoseAlgorithm.ES256.keys(random), KeyPurposeId.id_kp_timeStamping);
    }

    private Identity leaf(String commonName, Identity root, KeyPair keys, KeyPurposeId purpose)
            throws GeneralSecurityException {
        Duration most = Duration.between(now, root.certificate().getNotAfter().toInstant());
        return issue(
                root.certificate().getSubjectX500Principal(),
                new KeyPair(root.certificate().getPublicKey(), root.key()),
                new X500Principal(commonName + ORGANISATION),
                keys,
                most.compareTo(LEAF_LIFE) < 0 ? most : LEAF_LIFE,
                new BasicConstraints(false),
                KeyUsage.digitalSignature,
                purpose);
    }

    private Identity issue(
            X500Principal issuer,
            KeyPair issuerKeys,
            X500Principal subject,
            KeyPair keys,
            Duration life,
            BasicConstraints constraints,
            int usage,
            @Nullable KeyPurposeId purpose)
            throws GeneralSecurityException {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, random),
                    Date.from(now.minus(Duration.ofMinutes(5))),
                    Date.from(now.plus(life)),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
            if (purpose != null) {
                boolean critical = purpose.equals(KeyPurposeId.id_kp_timeStamping);
                builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
            return new Identity(
                    keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (CertIOException | OperatorCreationException broken) {
            throw new GeneralSecurityException("the certificate could not be made", broken);
        }
    }
}
