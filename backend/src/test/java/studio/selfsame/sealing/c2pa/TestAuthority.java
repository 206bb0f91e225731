package studio.selfsame.sealing.c2pa;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamping authority of somebody else's, root and intermediate included, that answers over HTTP and can be told to fail. */
public final class TestAuthority implements AutoCloseable {
    private static final Set<String> ANY = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private final Instant now;
    private final KeyPair rootKeys = keys();
    private final KeyPair middleKeys = keys();
    private final KeyPair keys = keys();
    private final X509Certificate root;
    private final X509Certificate middle;
    private final X509Certificate leaf;
    private final HttpServer server;
    private final Queue<Integer> failures = new ArrayDeque<>();
    private final List<String> logins = new ArrayList<>();

    public TestAuthority(Instant now) throws Exception {
        this.now = now;
        root = certificate("Root", rootKeys, "Root", rootKeys, true);
        middle = certificate("Middle", middleKeys, "Root", rootKeys, true);
        leaf = certificate("Stamper", keys, "Middle", middleKeys, false);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public X509Certificate root() {
        return root;
    }

    /** The next answers are only these HTTP status codes. */
    public void fail(Integer... codes) {
        failures.addAll(List.of(codes));
    }

    /** The Authorization headers that came, empty ones included. */
    List<String> logins() {
        return logins;
    }

    /** Without HTTP, with an imprint by this algorithm. */
    TimeStamper stamping(ASN1ObjectIdentifier imprint, String digest) {
        return stamped -> {
            try {
                byte[] hash = MessageDigest.getInstance(digest).digest(stamped);
                TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
                asking.setCertReq(true);
                return tokens().generate(asking.generate(imprint, hash), BigInteger.ONE, Date.from(now))
                        .getEncoded("DER");
            } catch (Exception broken) {
                throw new IOException(broken);
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            logins.add(
                    exchange.getRequestHeaders().getFirst("Authorization") == null
                            ? ""
                            : exchange.getRequestHeaders().getFirst("Authorization"));
            Integer failure = failures.poll();
            byte[] body = failure == null ? stamp(exchange.getRequestBody().readAllBytes()) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(failure == null ? 200 : failure, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] stamp(byte[] question) throws IOException {
        try {
            return new TimeStampResponseGenerator(tokens(), ANY)
                    .generate(new TimeStampRequest(question), BigInteger.TEN, Date.from(now))
                    .getEncoded();
        } catch (Exception broken) {
            throw new IOException(broken);
        }
    }

    private TimeStampTokenGenerator tokens() throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", keys.getPrivate(), leaf),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3"));
        tokens.addCertificates(new JcaCertStore(List.of(root, leaf, middle)));
        return tokens;
    }

    private X509Certificate certificate(String name, KeyPair subject, String issuer, KeyPair by, boolean authority)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("O=Somebody else,CN=" + issuer),
                BigInteger.valueOf(name.hashCode()).abs(),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plus(Duration.ofDays(3650))),
                new X500Principal("O=Somebody else,CN=" + name),
                subject.getPublic());
        var ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(by.getPublic()));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(subject.getPublic()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (!authority) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
