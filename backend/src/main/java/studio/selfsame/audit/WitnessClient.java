package studio.selfsame.audit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A witness as C2SP tlog-witness has it, asked over HTTP. */
final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1 << 16;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What a witness answers. */
    sealed interface Answer {
        /** @param lines signature lines, not yet verified */
        record Cosigned(List<SignedNote.Signature> lines) implements Answer {}

        /** It has signed a tree of another size last, or of this size with another root. */
        record Knows(long size) implements Answer {}

        record Refused(int status) implements Answer {}
    }

    /**
     * Hands a checkpoint in.
     *
     * @param old size of the tree that the witness signed last, 0 for none
     * @param proof of consistency from there
     * @throws IOException when it does not answer in time, or with nothing that a witness answers
     */
    Answer add(Witness witness, long old, List<byte[]> proof, String note) throws IOException, InterruptedException {
        var body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        body.append('\n').append(note);
        var response = send(HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
        try {
            return switch (response.statusCode()) {
                case 200 -> new Answer.Cosigned(SignedNote.signatures(response.body()));
                case 409 ->
                    new Answer.Knows(Long.parseUnsignedLong(response.body().strip()));
                default -> new Answer.Refused(response.statusCode());
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("it answered with nothing that a witness answers", e);
        }
    }

    /** The whole answer within the time: a witness that never ends its answer is one that is down. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        try {
            return answer.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException("it does not answer", e);
        }
    }
}
