package studio.selfsame.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One creator's way through the studio, step by step, over its HTTP API: what the demo and the bench have in common.
 * Every step returns once the studio has finished it, and throws {@link Unproven} when it ended otherwise than it should.
 */
public final class Journey {
    private final StudioClient creator;
    private final StudioClient referee;

    public Journey(StudioClient creator, StudioClient referee) {
        this.creator = creator;
        this.referee = referee;
    }

    /** A step did not prove what it should. */
    public static final class Unproven extends RuntimeException {
        Unproven(String message) {
            super(message);
        }
    }

    /** Footage and the likeness it is for. */
    public record Enrolled(String enrolmentId, String likenessId, JsonNode report) {}

    /** Hands in the portrait; the referee decides. */
    public void verify(Path portrait) {
        String id = creator.upload("/api/verifications", "portrait", portrait)
                .path("id")
                .asString();
        reach("/api/verifications/" + id, "awaiting-referee", Set.of("checking"));
        referee.post(
                "/api/verifications/" + id + "/decision",
                Map.of("approved", true, "evidence", "seen in person", "note", "demonstration"));
        reach("/api/verifications/" + id, "approved", Set.of());
    }

    public Enrolled enrol(Path footage) {
        JsonNode begun = creator.upload("/api/enrolments", "footage", footage);
        String id = begun.path("id").asString();
        JsonNode enrolled = reach("/api/enrolments/" + id, "accepted", Set.of("analysing"));
        return new Enrolled(id, enrolled.path("likenessId").asString(), enrolled.path("report"));
    }

    public void consent(Enrolled enrolled) {
        JsonNode text = creator.get("/api/consent-texts/current");
        creator.post(
                "/api/grants",
                Map.of(
                        "likenessId", enrolled.likenessId(),
                        "create", true,
                        "use", true,
                        "face", true,
                        "voice", true,
                        "training", true,
                        "textSha256", text.path("sha256").asString()));
    }

    /** Trains; {@code settings} may be empty. */
    public JsonNode train(Enrolled enrolled, Map<String, Object> settings) {
        String path = "/api/likenesses/" + enrolled.likenessId();
        creator.post(path + "/training", Map.of("enrolmentId", enrolled.enrolmentId(), "settings", settings));
        return reach(path, "ready", Set.of("untrained", "training"));
    }

    public JsonNode perform(StudioClient author, String likenessId, String script) {
        String id = author.post(
                        "/api/performances", Map.of("likenessId", likenessId, "script", script, "language", "en-US"))
                .path("id")
                .asString();
        return reach(author, "/api/performances/" + id, "ready", Set.of("speaking"));
    }

    /** Asks for a render; throws {@link StudioClient.Refusal} when policy says no. */
    public String ask(StudioClient requester, JsonNode performance) {
        return requester
                .post(
                        "/api/renders",
                        Map.of("performanceId", performance.path("id").asString()),
                        UUID.randomUUID().toString())
                .path("id")
                .asString();
    }

    JsonNode drawn(String renderId) {
        return creator.await("/api/renders/" + renderId, view -> {
            String state = view.path("state").asString();
            if (List.of("failed", "cancelled", "refused").contains(state)) {
                throw new Unproven("the render ended " + state + ": " + told(view));
            }
            return !state.equals("rendering");
        });
    }

    public JsonNode sealed(String renderId) {
        return reach("/api/renders/" + renderId, "sealed", Set.of("rendering", "sealing"));
    }

    public void download(String outputId, Path to) {
        creator.download("/api/outputs/" + outputId + "/file", to);
    }

    public void withdraw(String likenessId) {
        creator.post("/api/likenesses/" + likenessId + "/withdrawal", Map.of());
    }

    /** Asks the public inspector, as somebody without an account. */
    static JsonNode inspect(StudioClient anybody, Path file) {
        String id = anybody.upload("/api/inspections", "file", file).path("id").asString();
        JsonNode inspection = reach(anybody, "/api/inspections/" + id, "done", Set.of("inspecting"));
        return inspection.path("report");
    }

    private JsonNode reach(String path, String wanted, Set<String> onTheWay) {
        return reach(creator, path, wanted, onTheWay);
    }

    private static JsonNode reach(StudioClient client, String path, String wanted, Set<String> onTheWay) {
        JsonNode end =
                client.await(path, view -> !onTheWay.contains(view.path("state").asString()));
        if (!end.path("state").asString().equals(wanted)) {
            throw new Unproven(path + " is `" + end.path("state").asString() + "`, not `" + wanted + "`: " + told(end));
        }
        return end;
    }

    private static String told(JsonNode view) {
        JsonNode problem = view.path("problem");
        return problem.path("cause").asString("") + " " + problem.path("remedy").asString("");
    }
}
