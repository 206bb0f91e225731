package studio.selfsame.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import studio.selfsame.identity.SignInRealm;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Where people sign in: the operator's realm, or our own embedded one, which boots while the studio does. */
final class StudioRealm implements SmartLifecycle, AutoCloseable {
    private final SignInRealm realm;
    private final int studioPort;
    private final @Nullable EmbeddedKeycloak embedded;
    private volatile boolean running;

    private StudioRealm(SignInRealm realm, int studioPort, @Nullable EmbeddedKeycloak embedded) {
        this.realm = realm;
        this.studioPort = studioPort;
        this.embedded = embedded;
    }

    static StudioRealm of(
            KeycloakSettings settings,
            StudioSettings studio,
            HostSettings host,
            StudioDatabase database,
            int studioPort) {
        if (settings.issuer() != null) {
            var realm = new SignInRealm(settings.issuer(), settings.clientId(), settings.clientSecret());
            return new StudioRealm(realm, studioPort, null);
        }
        var postgres = database.embedded().orElseThrow(StudioRealm::noRealm);
        var keycloak = EmbeddedKeycloak.launch(studio.studioHome(), postgres, host.keycloakPort());
        return new StudioRealm(keycloak.realm(), studioPort, keycloak);
    }

    SignInRealm realm() {
        return realm;
    }

    /** Of the embedded realm; empty when the realm is the operator's own. */
    Optional<KeycloakAdmin> admin() {
        return Optional.ofNullable(embedded).map(EmbeddedKeycloak::admin);
    }

    @Override
    public void start() {
        if (embedded != null) {
            embedded.awaitReady(studioPort);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, so that nobody is sent to a realm that does not answer yet. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static ProblemException noRealm() {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        "start",
                        "selfsame.database.url names a database of yours, but selfsame.keycloak.issuer is not set",
                        "The studio was not started: the embedded Keycloak runs on the embedded Postgres only.",
                        "Set selfsame.keycloak.issuer, .client-id and .client-secret too, or leave both out."));
    }

    @Override
    public String toString() {
        return "StudioRealm[" + realm.issuer() + "]";
    }
}
