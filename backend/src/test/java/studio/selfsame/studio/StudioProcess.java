package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import studio.selfsame.Eventually;
import studio.selfsame.command.SignIn;
import studio.selfsame.command.StudioClient;

/** {@code selfsame up} as a process of its own, which can be killed as a whole studio in this JVM cannot. */
final class StudioProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(4);
    private static final Duration GONE = Duration.ofSeconds(40);

    private final Path home;
    private final int port = freePort();
    private final int keycloakPort = freePort();
    private Process server;

    StudioProcess(Path home) throws IOException {
        this.home = home;
        this.server = launch();
    }

    /** The same command on the same home and ports, as a person would type it again. */
    void startAgain() throws IOException {
        server = launch();
    }

    /** kill -9 of the server alone; whatever it started is on its own then. */
    void kill() throws InterruptedException {
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Every process that this home has: server, guards, Postgres, Keycloak, workers. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOfThisHome).toList();
    }

    void awaitNoProcess() {
        Eventually.eventually(GONE, () -> assertThat(processes()).isEmpty());
    }

    /** The account that the first start made, e.g. {@code referee}. */
    StudioClient account(String name) throws IOException {
        String password = Files.readAllLines(home.resolve("keys/accounts.txt")).stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
        URI issuer = URI.create("http://localhost:" + keycloakPort + "/realms/selfsame");
        return new StudioClient(URI.create("http://localhost:" + port), SignIn.at(issuer, name, password));
    }

    /** Ctrl-C; kills what does not go. */
    @Override
    public void close() throws Exception {
        server.destroy();
        try {
            assertThat(server.waitFor(GONE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            awaitNoProcess();
        } finally {
            processes().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Process launch() throws IOException {
        Path said = home.resolveSibling(home.getFileName() + ".log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "studio.selfsame.command.Launch",
                "up",
                "--selfsame.home=" + home,
                "--server.port=" + port,
                "--selfsame.host.keycloak-port=" + keycloakPort,
                "--selfsame.host.workers=1");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        // for all its Java processes: none lives long enough for what the second compiler makes to be worth its time
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            Eventually.eventually(
                    READY, () -> assertThat(Files.readString(said)).contains("The studio is ready"));
        } catch (AssertionError notReady) {
            // nobody else would end it
            process.destroy();
            throw notReady;
        }
        return process;
    }

    private boolean isOfThisHome(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(home.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
