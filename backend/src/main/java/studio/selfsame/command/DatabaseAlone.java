package studio.selfsame.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import studio.selfsame.Selfsame;
import studio.selfsame.host.EmbeddedPostgres;
import studio.selfsame.problem.ProblemException;

/** The studio's rooms on its database, without server, realm and workers, beside a studio that runs or without one. */
final class DatabaseAlone implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "--selfsame.role=inspector",
            "--spring.datasource.hikari.maximum-pool-size=12",
            "--logging.file.name=",
            "--logging.threshold.console=error");

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedPostgres started;

    private DatabaseAlone(ConfigurableApplicationContext context, @Nullable EmbeddedPostgres started) {
        this.context = context;
        this.started = started;
    }

    /** On the operator's own database, on that of the studio that runs on this home, or on one that is started for it. */
    static DatabaseAlone open(Path home) throws IOException {
        if (System.getenv("SELFSAME_DATABASE_URL") != null || answers(home)) {
            return new DatabaseAlone(context(home, List.of()), null);
        }
        if (!Files.exists(home.resolve("postgres"))) {
            throw ProblemException.unusable(
                    "start",
                    "There is no studio in `" + home + "`.",
                    "Nothing was done.",
                    "Name its home with SELFSAME_HOME, or its database with SELFSAME_DATABASE_URL.");
        }
        return start(home);
    }

    /** On a database of this home that is started for it. */
    static DatabaseAlone start(Path home) {
        var postgres = EmbeddedPostgres.start(home, 0);
        try {
            return new DatabaseAlone(
                    context(
                            home,
                            List.of(
                                    "--selfsame.database.url=" + postgres.url(EmbeddedPostgres.STUDIO),
                                    "--selfsame.database.username=" + postgres.username(),
                                    "--selfsame.database.password=" + postgres.password())),
                    postgres);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** A room's public service. */
    <T> T room(Class<T> service) {
        return context.getBean(service);
    }

    /** Where rooms hear of events. */
    ApplicationEventPublisher events() {
        return context;
    }

    private static ConfigurableApplicationContext context(Path home, List<String> database) {
        var all = new ArrayList<>(SETTINGS);
        all.add("--selfsame.home=" + home);
        all.addAll(database);
        return new SpringApplicationBuilder(Selfsame.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    /** The port file outlives a studio that was killed. */
    private static boolean answers(Path home) throws IOException {
        var file = home.resolve("run").resolve("postgres.port");
        if (!Files.exists(file)) {
            return false;
        }
        int port = Integer.parseInt(Files.readString(file).strip());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    @Override
    public void close() {
        context.close();
        if (started != null) {
            started.close();
        }
    }
}
