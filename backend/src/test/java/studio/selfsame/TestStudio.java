package studio.selfsame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.host.EmbeddedPostgres;

/** The home and the Postgres that all {@link StudioTest}s of this JVM share; gone when the JVM is. */
public final class TestStudio implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "selfsame.home=" + Shared.HOME,
                        "selfsame.role=server",
                        "selfsame.host.workers=0",
                        "selfsame.database.url=" + Shared.POSTGRES.url(EmbeddedPostgres.STUDIO),
                        "selfsame.database.username=" + Shared.POSTGRES.username(),
                        "selfsame.database.password=" + Shared.POSTGRES.password(),
                        "selfsame.keycloak.issuer=http://127.0.0.1:9/realms/selfsame",
                        "selfsame.keycloak.client-secret=unused")
                .applyTo(context);
    }

    /** The home of the shared studio. */
    public static Path home() {
        return Shared.HOME;
    }

    /** The shared Postgres, for a test that needs a database of its own. */
    public static EmbeddedPostgres postgres() {
        return Shared.POSTGRES;
    }

    private static final class Shared {
        static final Path HOME = temporaryHome();
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(HOME, 0);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::end));
        }

        private static void end() {
            POSTGRES.close();
            try {
                FileSystemUtils.deleteRecursively(HOME);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path temporaryHome() {
            try {
                return Files.createTempDirectory("selfsame-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
