package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import studio.selfsame.Selfsame;
import studio.selfsame.host.EmbeddedPostgres;
import studio.selfsame.inspection.FileInspector;
import studio.selfsame.inspection.InspectionReport;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inspects without a running studio: a child process decodes, so that only it dies of a file that kills decoders. */
final class InspectProcess {
    private static final List<String> SETTINGS = List.of(
            "--selfsame.role=inspector",
            "--spring.datasource.hikari.maximum-pool-size=2",
            "--logging.file.name=",
            "--logging.threshold.console=error");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNUSABLE = 4;

    private final Path home;

    InspectProcess(Path home) {
        this.home = home;
    }

    JsonNode inspect(Path file) throws IOException {
        boolean ownDatabase = System.getenv("SELFSAME_DATABASE_URL") == null;
        if (!ownDatabase) {
            return run(file, Map.of());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            return run(
                    file,
                    Map.of(
                            "SELFSAME_DATABASE_URL", postgres.url(EmbeddedPostgres.STUDIO),
                            "SELFSAME_DATABASE_USERNAME", postgres.username(),
                            "SELFSAME_DATABASE_PASSWORD", postgres.password()));
        }
    }

    private JsonNode run(Path file, Map<String, String> environment) throws IOException {
        Path answer = Files.createTempFile("inspection", ".json");
        try {
            Map<String, String> all = new HashMap<>(environment);
            all.put("SELFSAME_HOME", home.toString());
            int code = OwnProcess.run(
                    List.of("-Xmx1g"),
                    InspectProcess.class,
                    List.of(file.toAbsolutePath().toString(), answer.toString()),
                    all);
            if (code != 0 && code != UNUSABLE) {
                throw new ProblemException(
                        ProblemException.Kind.UNUSABLE,
                        new Problem(
                                "inspection",
                                "The process that reads the file died (exit code " + code + ").",
                                "Nothing can be said of the file; nothing else was harmed.",
                                "The file may be broken or made to break its readers: do not trust it."));
            }
            JsonNode said = JSON.readTree(Files.readString(answer));
            if (code == UNUSABLE) {
                throw new ProblemException(ProblemException.Kind.UNUSABLE, JSON.treeToValue(said, Problem.class));
            }
            return said;
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /** The child: FILE ANSWER. Writes the report, or with exit code 4 the problem. */
    public static void main(String[] arguments) throws IOException {
        Path answer = Path.of(arguments[1]);
        int code = 0;
        try (var context = new SpringApplicationBuilder(Selfsame.class)
                .web(WebApplicationType.NONE)
                .run(SETTINGS.toArray(String[]::new))) {
            InspectionReport report = context.getBean(FileInspector.class)
                    .inspect(() -> Files.newByteChannel(Path.of(arguments[0])), new Unwatched());
            Files.writeString(answer, JSON.writeValueAsString(report));
        } catch (ProblemException unusable) {
            Files.writeString(answer, JSON.writeValueAsString(unusable.problem()));
            code = UNUSABLE;
        }
        System.exit(code);
    }

    /** A command has no progress bar, and Ctrl-C ends it. */
    private static final class Unwatched implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {}

        @Override
        public void checkCancelled() {}
    }
}
