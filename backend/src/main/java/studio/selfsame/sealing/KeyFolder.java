package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder of secrets that only its owner can read; several processes may make them at the same time. */
final class KeyFolder {
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    KeyFolder(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path, FOLDER);
    }

    /** Makes something that is stored in this folder. */
    @FunctionalInterface
    interface Making<E extends Exception> {
        void make() throws IOException, E;
    }

    /** Runs {@code making} in one process at a time, unless {@code file} is there. */
    <E extends Exception> void makeOnce(String file, Making<E> making) throws IOException, E {
        alone(() -> {
            if (!Files.exists(path.resolve(file))) {
                making.make();
            }
        });
    }

    /** Runs {@code making} while no other process does. */
    <E extends Exception> void alone(Making<E> making) throws IOException, E {
        try (FileChannel lock = FileChannel.open(
                        path.resolve(".sealing-lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        FILE);
                var held = lock.lock()) {
            if (held.isValid()) {
                making.make();
            }
        }
    }

    String read(String file) throws IOException {
        return Files.readString(path.resolve(file), StandardCharsets.US_ASCII);
    }

    /** Whole or not at all, 0600 from the first byte. */
    void write(String file, String content) throws IOException {
        Path draft = path.resolve(file + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, FILE);
        Files.writeString(draft, content, StandardCharsets.US_ASCII);
        Files.move(draft, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
}
