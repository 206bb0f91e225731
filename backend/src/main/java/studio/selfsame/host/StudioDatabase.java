package studio.selfsame.host;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** The database that this process uses: the operator's, our own embedded one, or that of the server on this home. */
final class StudioDatabase implements JdbcConnectionDetails, AutoCloseable {
    private final String url;
    private final String username;
    private final String password;
    private final @Nullable EmbeddedPostgres embedded;

    private StudioDatabase(String url, String username, String password, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.embedded = embedded;
    }

    static StudioDatabase of(DatabaseSettings settings, StudioSettings studio, HostSettings host) {
        if (settings.url() != null) {
            return new StudioDatabase(settings.url(), settings.username(), settings.password(), null);
        }
        if (studio.role() == StudioSettings.Role.SERVER) {
            var postgres = EmbeddedPostgres.start(studio.home(), host.postgresPort());
            return new StudioDatabase(
                    postgres.url(EmbeddedPostgres.STUDIO), postgres.username(), postgres.password(), postgres);
        }
        return ofRunningServer(studio.studioHome());
    }

    private static StudioDatabase ofRunningServer(StudioHome home) {
        try {
            var port = Files.readString(home.run().resolve("postgres.port")).strip();
            var password = new SecretFile(home.keys().resolve("postgres-password")).readOrCreate();
            return new StudioDatabase(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.STUDIO,
                    EmbeddedPostgres.USER,
                    password,
                    null);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNAVAILABLE,
                    new Problem(
                            "start",
                            "no studio is running on the home `" + home.path() + "`",
                            "Nothing was done.",
                            "Start it with `./selfsame up`, or name your database with selfsame.database.url."),
                    e);
        }
    }

    /** The server that this process started, if it did. */
    Optional<EmbeddedPostgres> embedded() {
        return Optional.ofNullable(embedded);
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "StudioDatabase[" + (embedded == null ? "external" : "embedded") + "]";
    }
}
