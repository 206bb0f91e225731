package studio.selfsame.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.command.DemoCast;
import studio.selfsame.command.Journey;
import studio.selfsame.host.EmbeddedStudio;

/**
 * A whole studio on free ports and a home of its own, with two workers: started once for all tests of this JVM, and gone
 * with it.
 */
public final class WholeStudio {
    private WholeStudio() {}

    /** The running studio; whoever asks first waits about 20 seconds. */
    public static EmbeddedStudio get() {
        return Shared.STUDIO;
    }

    public static Path home() {
        return Shared.HOME;
    }

    /** New accounts, signed in at the real Keycloak; the creator is not verified yet. */
    public static DemoCast cast() {
        return DemoCast.at(get());
    }

    public static Journey journey(DemoCast cast) {
        return new Journey(cast.creator(), cast.referee());
    }

    private static final class Shared {
        static final Path HOME = temporaryHome();
        static final EmbeddedStudio STUDIO = EmbeddedStudio.start(
                HOME, Map.of("server.port", "0", "selfsame.host.keycloak-port", "0", "selfsame.host.workers", "2"));

        static {
            // Runs once Spring's own shutdown hook has closed the studio: whoever deletes beside it leaves half behind.
            SpringApplication.getShutdownHandlers().add(Shared::removeHome);
        }

        private static void removeHome() {
            try {
                FileSystemUtils.deleteRecursively(HOME);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path temporaryHome() {
            try {
                return Files.createTempDirectory("selfsame-whole");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
