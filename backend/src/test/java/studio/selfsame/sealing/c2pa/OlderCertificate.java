package studio.selfsame.sealing.c2pa;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A claim signer whose certificate has the purpose that claims were signed for before 2025 beside that of today. */
final class OlderCertificate {
    private static final KeyPurposeId[] PURPOSES = {
        KeyPurposeId.id_kp_emailProtection, KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.2.1"))
    };

    private OlderCertificate() {}

    static CertificateIssuer.Identity below(CertificateIssuer.Identity root, Instant now) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        var builder = new JcaX509v3CertificateBuilder(
                root.certificate().getSubjectX500Principal(),
                BigInteger.TWO,
                Date.from(now.minusSeconds(60)),
                Date.from(now.plus(Duration.ofDays(100))),
                new X500Principal("O=Somebody else,CN=Older signer"),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(PURPOSES));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(root.certificate().getPublicKey()));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(root.key());
        return new CertificateIssuer.Identity(
                keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }
}
