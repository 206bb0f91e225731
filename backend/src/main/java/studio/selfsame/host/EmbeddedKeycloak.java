package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import studio.selfsame.identity.Person.Role;
import studio.selfsame.identity.SignInRealm;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak as a child process on 127.0.0.1, on a database of its own in the embedded Postgres. */
final class EmbeddedKeycloak implements AutoCloseable {
    static final String ADMIN = "admin";

    private static final String DATABASE = "keycloak";
    private static final Duration READY = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_NANOS = 100_000_000;

    private final StudioHome home;
    private final GuardedProcess process;
    private final int port;
    private final KeycloakAdmin admin;

    private EmbeddedKeycloak(StudioHome home, GuardedProcess process, int port, KeycloakAdmin admin) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.admin = admin;
    }

    /** Starts it and returns at once; it boots while the studio does. */
    static EmbeddedKeycloak launch(StudioHome home, EmbeddedPostgres postgres, int wantedPort) {
        try {
            var distribution = KeycloakDistribution.prepared();
            postgres.createDatabase(DATABASE);
            var port = LoopbackPort.choose("Keycloak", wantedPort, "selfsame.host.keycloak-port");
            var password = new SecretFile(home.keys().resolve("keycloak-admin-password")).readOrCreate();
            var environment = Map.of(
                    "KC_DB_URL", postgres.url(DATABASE),
                    "KC_DB_USERNAME", postgres.username(),
                    "KC_DB_PASSWORD", postgres.password(),
                    "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                    "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
            var process = GuardedProcess.start(
                    home,
                    new GuardedProcess.Command("keycloak", "TERM", distribution.startLine(home, port), environment));
            Files.writeString(home.run().resolve("keycloak.port"), port + "\n");
            var address = URI.create("http://localhost:" + port);
            return new EmbeddedKeycloak(home, process, port, new KeycloakAdmin(address, password));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Keycloak: " + e.getMessage(), e);
        }
    }

    /** The studio's realm; its client secret is made on first sight. */
    SignInRealm realm() {
        return new SignInRealm(URI.create("http://localhost:" + port + "/realms/selfsame"), "studio", studioSecret());
    }

    KeycloakAdmin admin() {
        return admin;
    }

    /** Waits until it answers and has the studio's realm, made on first sight with a referee's and an operator's account. */
    void awaitReady(int studioPort) {
        var deadline = System.nanoTime() + READY.toNanos();
        while (!admin.answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new ProblemException(
                        ProblemException.Kind.UNAVAILABLE,
                        new Problem(
                                "start",
                                "Keycloak did not start",
                                "The studio was not started; stored data are untouched.",
                                "See `" + home.run().resolve("keycloak.log") + "`."));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        var isNew = !admin.hasRealm();
        if (isNew) {
            admin.createRealm((ObjectNode) new JsonMapper().readTree(GuardedProcess.read("realm.json")));
        }
        admin.setStudioClient(
                studioSecret(),
                List.of(
                        "http://localhost:" + studioPort + "/login/oauth2/code/keycloak",
                        "http://127.0.0.1:" + studioPort + "/login/oauth2/code/keycloak"),
                "http://localhost:" + studioPort + "/##http://127.0.0.1:" + studioPort + "/");
        if (isNew) {
            createFirstAccounts();
        }
    }

    private void createFirstAccounts() {
        var referee = SecretFile.random();
        var operator = SecretFile.random();
        new SecretFile(home.keys().resolve("accounts.txt")).write("referee " + referee + "\noperator " + operator);
        admin.createAccount("referee", referee, Set.of(Role.REFEREE));
        admin.createAccount("operator", operator, Set.of(Role.OPERATOR));
    }

    private String studioSecret() {
        return new SecretFile(home.keys().resolve("studio-client-secret")).readOrCreate();
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "EmbeddedKeycloak[127.0.0.1:" + port + "]";
    }
}
