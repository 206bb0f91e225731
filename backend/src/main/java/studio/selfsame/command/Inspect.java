package studio.selfsame.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.inspection.FileInspector;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./selfsame inspect FILE [--json]}: asks the studio that runs on this home, else looks for itself. The file is read
 * by a process of its own either way, because it may be hostile.
 */
final class Inspect implements Command {
    static final int IN_FORCE = 0;
    static final int NOT_OURS = 1;
    static final int WITHDRAWN_OR_ALTERED = 2;
    static final int FAILED = 3;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String summary() {
        return "what a video file is: inspect FILE [--json]; exit code 0 ours and in force, 1 not ours,"
                + " 2 withdrawn, altered or mismatch, 3 error";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        if (rest.size() != 1) {
            throw ProblemException.unusable(
                    "inspection",
                    "One file is inspected at a time.",
                    "Nothing was inspected.",
                    "Write `./selfsame inspect FILE`.");
        }
        Path file = Path.of(rest.getFirst());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw ProblemException.unusable(
                    "inspection",
                    "There is no readable file `" + file + "`.",
                    "Nothing was inspected.",
                    "Check the path.");
        }
        Path home = Settings.home(Map.of());
        Optional<URI> studio = runningStudio(home);
        JsonNode report = studio.isPresent() ? ask(studio.get(), file) : look(home, file);
        System.out.println(json ? report.toPrettyString() : told(report));
        return exitCode(report);
    }

    /** The studio on this home, if it answers. */
    private static Optional<URI> runningStudio(Path home) throws IOException {
        Path port = home.resolve("run").resolve("studio.port");
        if (!Files.exists(port)) {
            return Optional.empty();
        }
        URI base = URI.create("http://localhost:" + Files.readString(port).strip());
        try {
            new StudioClient(base, () -> "").get("/actuator/health");
            return Optional.of(base);
        } catch (RuntimeException notThere) {
            // The file outlives a studio that was killed.
            return Optional.empty();
        }
    }

    private static JsonNode ask(URI base, Path file) {
        StudioClient client = new StudioClient(base, () -> "");
        String id = client.upload("/api/inspections", "file", file).path("id").asString();
        JsonNode inspection = client.await(
                "/api/inspections/" + id,
                answer -> !answer.path("state").asString().equals("inspecting"));
        if (inspection.path("state").asString().equals("failed")) {
            JsonNode problem = inspection.path("problem");
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    new Problem(
                            problem.path("stage").asString(),
                            problem.path("cause").asString(),
                            problem.path("consequence").asString(),
                            problem.path("remedy").asString()));
        }
        return inspection.path("report");
    }

    private static JsonNode look(Path home, Path file) throws IOException {
        boolean isThere = System.getenv("SELFSAME_DATABASE_URL") != null || Files.exists(home.resolve("postgres"));
        try (DatabaseAlone rooms = isThere ? DatabaseAlone.open(home) : DatabaseAlone.start(home)) {
            return JSON.valueToTree(
                    rooms.room(FileInspector.class).inspect(() -> Files.newByteChannel(file), new Unwatched()));
        }
    }

    /** A command has no progress bar, and Ctrl-C ends it. */
    private static final class Unwatched implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {}

        @Override
        public void checkCancelled() {}
    }

    static int exitCode(JsonNode report) {
        return switch (report.path("verdict").asString()) {
            case "in-force" -> IN_FORCE;
            case "not-ours" -> NOT_OURS;
            case "withdrawn", "altered", "mismatch" -> WITHDRAWN_OR_ALTERED;
            default -> FAILED;
        };
    }

    private static String told(JsonNode report) {
        List<String> lines = new ArrayList<>();
        report.path("findings").forEach(finding -> lines.add(finding.asString()));
        JsonNode changes = report.path("changes");
        if (!changes.isEmpty()) {
            lines.add("");
            lines.add("What was changed since it was sealed:");
            changes.forEach(change -> lines.add("- " + change.asString()));
        }
        lines.add("");
        JsonNode mark = report.path("watermark");
        lines.add("invisible mark      "
                + (mark.path("found").asBoolean() ? mark.path("outputId").asString() : "none"));
        lines.add("Content Credentials "
                + report.path("credentials").path("state").asString());
        lines.add("fingerprint         " + report.path("fingerprint").asString());
        lines.add("record              " + report.path("record").path("state").asString());
        JsonNode signals = report.path("signals");
        if (!signals.isEmpty()) {
            lines.add("");
            lines.add("Figures of the face, which hint and prove nothing (docs/forensics.md):");
            signals.forEach(signal -> lines.add("- " + signal(signal)));
        }
        return String.join("\n", lines);
    }

    private static String signal(JsonNode signal) {
        String figure = signal.path("figure").isNumber()
                ? (signal.path("figure").asDouble() + " " + signal.path("unit").asString()).strip()
                : "not measurable";
        return signal.path("title").asString() + ": " + figure + ". "
                + signal.path("words").asString();
    }
}
