package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * Postgres as a child process of this JVM: durable (fsync on), scram with a generated password, 127.0.0.1 only, no unix
 * socket. It ends with this JVM, however that ends, and keeps its data below {@code home/postgres}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database that the studio itself uses. */
    public static final String STUDIO = "selfsame";

    static final String USER = "selfsame";
    private static final Duration READY = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final GuardedProcess process;
    private final int port;
    private final String password;

    private EmbeddedPostgres(GuardedProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts on the home's data, made on first sight (about a second), and returns when it answers.
     *
     * @param home the studio's home folder
     * @param port 0 for any free one
     */
    public static EmbeddedPostgres start(Path home, int port) {
        var studioHome = new StudioHome(home);
        var password = new SecretFile(studioHome.keys().resolve("postgres-password"));
        var data = studioHome.postgres().resolve("data");
        try {
            var bin = PostgresBinaries.unpacked().resolve("bin");
            password.readOrCreate();
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(bin, data, password.path());
            }
            var chosen = LoopbackPort.choose("Postgres", port, "selfsame.host.postgres-port");
            var process = GuardedProcess.start(
                    studioHome, new GuardedProcess.Command("postgres", "INT", server(bin, data, chosen), Map.of()));
            var postgres = new EmbeddedPostgres(process, chosen, password.readOrCreate());
            postgres.awaitReady(data, studioHome.run().resolve("postgres.log"));
            postgres.createDatabase(STUDIO);
            Files.writeString(studioHome.run().resolve("postgres.port"), chosen + "\n");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Postgres: " + e.getMessage(), e);
        }
    }

    /** JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Makes the database unless it is there. Lower-case letters only. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a database name: `" + name + "`");
        }
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement();
                var found = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            found.setString(1, name);
            try (var rows = found.executeQuery()) {
                if (!rows.next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database `" + name + "`", e);
        }
    }

    /** Of the server process; for whoever wants to see it gone. */
    public long pid() {
        return process.pid().orElseThrow();
    }

    GuardedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /** Into a folder beside, moved when complete: a start that was killed leaves no half-made data. */
    private static void initialise(Path bin, Path data, Path password) throws IOException {
        var half = data.resolveSibling("data.new");
        FileSystemUtils.deleteRecursively(half);
        var line = PostgresUser.command(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        var initdb = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (initdb.waitFor() != 0) {
                throw failed("Postgres could not make its data folder: " + said.strip());
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> server(Path bin, Path data, int port) {
        var line = new ArrayList<>(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "max_connections=100",
                "shared_buffers=64MB",
                "log_statement=none",
                "log_min_error_statement=panic")) {
            line.add("-c");
            line.add(setting);
        }
        return PostgresUser.command(line);
    }

    private void awaitReady(Path data, Path log) throws IOException {
        var deadline = System.nanoTime() + READY.toNanos();
        while (!isReady(data)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.close();
                throw failed("Postgres did not start: "
                        + Files.readString(log).lines().reduce((a, b) -> b).orElse("it said nothing"));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** The last line of the server's own pid file says {@code ready}; its first is the pid of the one we started. */
    private boolean isReady(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        var pid = process.pid();
        if (pid.isEmpty() || !Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return lines.size() >= 8
                && lines.getFirst().equals(Long.toString(pid.getAsLong()))
                && lines.get(7).strip().equals("ready");
    }

    private static ProblemException failed(String cause) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        "start",
                        cause,
                        "The studio was not started; stored data are untouched.",
                        "See `run/postgres.log` in the studio's home, or point selfsame.database.url at a Postgres 18 of yours."));
    }

    @Override
    public String toString() {
        return "EmbeddedPostgres[127.0.0.1:" + port + "]";
    }
}
