package studio.selfsame.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The studio's HTTP API as one account uses it. Answers are JSON trees; anything but 2xx throws {@link Refusal}. */
public final class StudioClient {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI base;
    private final Supplier<String> accessToken;

    /** @param accessToken a token that is valid now; empty for somebody without an account */
    public StudioClient(URI base, Supplier<String> accessToken) {
        this.base = base;
        this.accessToken = accessToken;
    }

    /** The studio answered with a problem. */
    public static final class Refusal extends RuntimeException {
        private final int status;
        private final transient JsonNode problem;

        Refusal(String call, int status, JsonNode problem) {
            super(call + " was answered " + status + ": "
                    + problem.path("cause").asString(problem.toString()));
            this.status = status;
            this.problem = problem;
        }

        public int status() {
            return status;
        }

        public JsonNode problem() {
            return problem;
        }
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    public JsonNode post(String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Uploads a file as the one part of a multipart form, streaming it. */
    public JsonNode upload(String path, String part, Path file) {
        Multipart form = Multipart.of(part, file);
        return send(request(path).header("Content-Type", form.contentType()).POST(form.body()));
    }

    /** Uploads files as parts of a multipart form, streaming them, behind a first part of JSON. */
    public JsonNode upload(String path, String first, Object request, Map<String, Path> files) {
        Multipart form = Multipart.of(first, json.writeValueAsString(request), files);
        return send(request(path).header("Content-Type", form.contentType()).POST(form.body()));
    }

    public void download(String path, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            HttpResponse<Path> response =
                    http.send(request(path).header("Accept", "*/*").GET().build(), BodyHandlers.ofFile(to));
            if (response.statusCode() != 200) {
                throw new Refusal("GET " + path, response.statusCode(), json.createObjectNode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asks again and again until the answer is as wanted. */
    public JsonNode await(String path, Predicate<JsonNode> done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode answer = get(path);
            if (done.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        path + " stayed " + answer.path("state").asString() + " too long");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json");
        String token = accessToken.get();
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode answer = response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new Refusal(request.method() + " " + request.uri().getPath(), response.statusCode(), answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
