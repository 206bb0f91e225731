package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeStampTest {
    @TempDir
    Path keys;

    @Test
    void seal_withATimeStampService_bearsItsStamp() throws Exception {
        var keyPair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var certificate = stamper(keyPair);
        var server = serving(request -> stamped(request, keyPair, certificate));
        try {
            var seal = DocumentSeal.open(keys, Optional.empty(), Optional.of(address(server)), Clock.systemUTC());

            var sealed = seal.seal(Signed.PDF, Signed.evidence());

            assertThat(seal.verify(sealed).faults()).isEmpty();
            assertThat(Signed.level(sealed)).isEqualTo("PAdES-BASELINE-T");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void seal_whenTheServiceDoesNotStamp_isNotMade() throws Exception {
        var server = serving(request -> new byte[] {1, 2, 3});
        try {
            var seal = DocumentSeal.open(keys, Optional.empty(), Optional.of(address(server)), Clock.systemUTC());

            assertThatThrownBy(() -> seal.seal(Signed.PDF, Signed.evidence()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("time stamp service");
        } finally {
            server.stop(0);
        }
    }

    /** Answers a request with the bytes of a response. */
    @FunctionalInterface
    private interface Answering {
        byte[] answer(byte[] request) throws Exception;
    }

    private static HttpServer serving(Answering answering) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer;
            try {
                answer = answering.answer(exchange.getRequestBody().readAllBytes());
            } catch (Exception e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static byte[] stamped(byte[] question, KeyPair keys, X509Certificate certificate) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer = new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", keys.getPrivate(), certificate);
        var tokens = new TimeStampTokenGenerator(
                signer,
                digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(question), BigInteger.TWO, new Date())
                .getEncoded();
    }

    private static X509Certificate stamper(KeyPair keys) throws Exception {
        var name = new X500Principal("CN=A time stamper");
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(10))),
                name,
                keys.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
