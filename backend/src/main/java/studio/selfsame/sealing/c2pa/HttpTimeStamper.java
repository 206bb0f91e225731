package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamping authority that is asked over HTTP (RFC 3161, section 3.4). */
public final class HttpTimeStamper implements TimeStamper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    private static final int MOST_BYTES = 64 << 10;

    private final URI url;
    private final Optional<Login> login;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** For authorities that know their customers (RFC 7617); never prints the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    public HttpTimeStamper(URI url, Optional<Login> login) {
        this.url = url;
        this.login = login;
    }

    /**
     * @throws IOException if the authority could not be reached in three tries of ten seconds each, refused, or answered what
     *     was not asked
     */
    @Override
    public byte[] stamp(byte[] stamped) throws IOException {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        byte[] imprint = Digests.sha256().digest(stamped);
        TimeStampRequest request =
                asking.generate(NISTObjectIdentifiers.id_sha256, imprint, new BigInteger(64, random));
        try {
            TimeStampResponse response = new TimeStampResponse(ask(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the time stamping authority refused: " + response.getStatusString());
            }
            return token.getEncoded("DER");
        } catch (TSPException unfit) {
            throw new IOException("the time stamping authority answered what was not asked", unfit);
        }
    }

    private byte[] ask(byte[] question) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        login.ifPresent(it -> request.header("Authorization", basic(it)));
        IOException last = new IOException("the time stamping authority was not asked");
        for (int left = TRIES; left > 0; left--) {
            try {
                return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while the time stamping authority was asked");
            } catch (IOException unreachable) {
                last = unreachable;
            }
        }
        throw new IOException("the time stamping authority at " + url.getHost() + " gives no answer", last);
    }

    private static byte[] answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (response.statusCode() != 200 || bytes.length > MOST_BYTES) {
                throw new IOException("HTTP status " + response.statusCode() + ", " + bytes.length + " bytes");
            }
            return bytes;
        }
    }

    private static String basic(Login login) {
        byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
