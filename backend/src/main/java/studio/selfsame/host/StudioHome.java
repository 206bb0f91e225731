package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds everything of an embedded studio; readable by its owner only. */
record StudioHome(Path path) {
    StudioHome {
        path = path.toAbsolutePath().normalize();
    }

    /** Secrets, each in a file of mode 0600. */
    Path keys() {
        return folder("keys");
    }

    /** Locks, process ids, ports and logs of what runs now. */
    Path run() {
        return folder("run");
    }

    Path postgres() {
        return folder("postgres");
    }

    Path keycloak() {
        return folder("keycloak");
    }

    /** Where the servlet container may put parts of forms; nothing that large is sent in forms that it reads. */
    Path uploads() {
        return folder("scratch/uploads");
    }

    private Path folder(String name) {
        var folder = path.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(path);
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder `" + folder + "`", e);
        }
    }
}
