package studio.selfsame.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import studio.selfsame.TestStudio;
import studio.selfsame.host.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** {@code selfsame worker} as a process of its own on the shared home and database, doing nothing but rendering. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "studio.selfsame.command.Launch",
                "worker");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SPRING_APPLICATION_JSON", settings());
        try {
            return new WorkerProcess(builder.redirectErrorStream(true)
                    .redirectOutput(
                            TestStudio.home().resolve("rendering-worker.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String settings() {
        var postgres = TestStudio.postgres();
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "selfsame.home", TestStudio.home().toString(),
                        "selfsame.database.url", postgres.url(EmbeddedPostgres.STUDIO),
                        "selfsame.database.username", postgres.username(),
                        "selfsame.database.password", postgres.password(),
                        "selfsame.work.kinds", "rendering.*"));
    }
}
