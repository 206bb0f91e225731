package studio.selfsame.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A C2SP witness of one log, written from the specification, on loopback; it shares nothing with the trail but its key type. */
final class HandWrittenWitness implements AutoCloseable {
    private static final String NAME = "witness.example/w1";

    private final KeyPair pair;
    private final HttpServer server;
    final AtomicInteger asked = new AtomicInteger();
    VerifierKey log;
    long size;
    byte[] root = Rfc9162Verifier.root(List.of());
    boolean lies;

    HandWrittenWitness() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/w/add-checkpoint", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w/");
    }

    VerifierKey key() {
        var encoded = pair.getPublic().getEncoded();
        return new VerifierKey(
                NAME, VerifierKey.Kind.WITNESS, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            int end = request.indexOf("\n\n");
            var head = request.substring(0, end).lines().toList();
            var note = request.substring(end + 2);
            var lines = note.lines().toList();
            long old = Long.parseLong(head.getFirst().substring("old ".length()));
            long newSize = Long.parseLong(lines.get(1));
            var newRoot = Base64.getDecoder().decode(lines.get(2));
            var proof = head.stream().skip(1).map(Base64.getDecoder()::decode).toList();
            var body = note.substring(0, note.indexOf("\n\n") + 1);
            if (!exchange.getRequestMethod().equals("POST") || !lines.getFirst().equals(log.name())) {
                send(exchange, 404, "");
            } else if (!CheckpointNote.parse(note).isSignedBy(log)) {
                send(exchange, 403, "");
            } else if (old > newSize) {
                send(exchange, 400, "");
            } else if (old != size || old == newSize && !Arrays.equals(root, newRoot)) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                send(exchange, 409, size + "\n");
            } else if (old > 0 && !Rfc9162Verifier.isConsistent(root, old, newRoot, newSize, proof)
                    || old == 0 && !proof.isEmpty()) {
                send(exchange, 422, "");
            } else {
                size = newSize;
                root = newRoot;
                send(exchange, 200, cosigned(lies ? body.replace("\n", "\n\n") : body));
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String cosigned(String body) throws GeneralSecurityException {
        long time = 1_772_366_400;
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8));
        var signed = signature.sign();
        var id = Rfc9162Verifier.sha256(
                (NAME + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {4}, key().publicKey());
        var line = ByteBuffer.allocate(4 + 8 + signed.length)
                .put(id, 0, 4)
                .putLong(time)
                .put(signed)
                .array();
        return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
