package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import studio.selfsame.Selfsame;
import studio.selfsame.identity.SignInRealm;

/**
 * A whole studio in this JVM and its children: Postgres, Keycloak, HTTP server, workers, all on 127.0.0.1. It ends with
 * {@link #close} or with the JVM.
 */
public final class EmbeddedStudio implements AutoCloseable {
    private static final String PORT = "server.port";

    private final ConfigurableApplicationContext context;
    private final Path home;
    private final int port;

    private EmbeddedStudio(ConfigurableApplicationContext context, Path home, int port) {
        this.context = context;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts everything and returns when it answers: about 20 seconds on a new home, 10 on one that was used before.
     *
     * @param home folder of everything embedded; made if it is not there
     * @param settings configuration by key, e.g. {@code selfsame.host.workers}; {@code 0} for {@code server.port} and
     *     {@code selfsame.host.keycloak-port} means any free one
     * @throws studio.selfsame.problem.ProblemException when it cannot, e.g. because a port is taken
     */
    public static EmbeddedStudio start(Path home, Map<String, String> settings) {
        var told = new HashMap<>(settings);
        var wanted = Integer.parseInt(told.getOrDefault(PORT, "8080"));
        var port = LoopbackPort.choose("the studio", wanted, PORT);
        told.put(PORT, Integer.toString(port));
        told.put("selfsame.home", home.toAbsolutePath().normalize().toString());
        told.put("selfsame.role", "server");
        var arguments = told.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        new StudioHome(home).uploads();
        var context = Starting.orProblem(() -> new SpringApplication(Selfsame.class).run(arguments));
        try {
            Files.writeString(new StudioHome(home).run().resolve("studio.port"), port + "\n");
        } catch (IOException e) {
            context.close();
            throw new UncheckedIOException(e);
        }
        return new EmbeddedStudio(context, home, port);
    }

    /** {@code http://localhost:PORT}. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    /** The realm's issuer address, for a sign-in. */
    public URI issuer() {
        return context.getBean(SignInRealm.class).issuer();
    }

    /** The embedded Keycloak's administration. */
    public KeycloakAdmin admin() {
        return context.getBean(StudioRealm.class)
                .admin()
                .orElseThrow(() -> new IllegalStateException("the realm is the operator's own"));
    }

    /** Process ids of the workers that run now. */
    public List<Long> workers() {
        return context.getBean(WorkerProcesses.class).pids();
    }

    /** Where the first start wrote the passwords of the accounts {@code referee} and {@code operator}. */
    public Path accounts() {
        return new StudioHome(home).keys().resolve("accounts.txt");
    }

    /** A room's public service in this process, for a command that needs it beside the HTTP API. */
    public <T> T room(Class<T> service) {
        return context.getBean(service);
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public String toString() {
        return "EmbeddedStudio[" + baseUrl() + "]";
    }
}
