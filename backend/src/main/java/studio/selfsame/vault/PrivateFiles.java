package studio.selfsame.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Files and folders that only their owner can read, written so that they survive a power cut. */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    static void createDirectories(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    /** An empty file that did not exist before, open for writing. */
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OWNER_ONLY_FILE);
    }

    /** A file to lock, made if it is not there. */
    static FileChannel openLock(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), OWNER_ONLY_FILE);
    }

    /** Writes the whole file and its folder's entry to disk, or leaves nothing; keeps what is there already. */
    static void createIfAbsent(Path file, byte[] content) throws IOException {
        var draft = file.resolveSibling("." + UUID.randomUUID());
        try {
            try (var channel = create(draft)) {
                writeFully(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody was faster; theirs counts.
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
        forceFolder(folderOf(file));
    }

    /**
     * Puts other content in the place of a file, all or nothing, and then overwrites what was there with zeros.
     *
     * @param draft written first, in the same folder; what a killed process left of it is overwritten
     * @throws java.nio.file.NoSuchFileException when the file is gone, or went meanwhile
     */
    static void replace(Path file, Path draft, byte[] content) throws IOException {
        try (var before = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (Files.exists(draft)) {
                shred(draft);
            }
            try (var channel = create(draft)) {
                writeFully(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            // Only once a power cut cannot bring the old entry back.
            forceFolder(folderOf(file));
            zero(before);
        }
    }

    /** Overwrites a file's bytes in place with zeros, then removes it. */
    static void shred(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            zero(channel);
        }
        Files.deleteIfExists(file);
        forceFolder(folderOf(file));
    }

    /** Makes created, renamed and deleted entries of a folder last. */
    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The folder a file lies in; every file here has one. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file lies in a folder");
    }

    static boolean anyWithSuffix(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + suffix)) {
            return files.iterator().hasNext();
        }
    }

    private static void zero(FileChannel channel) throws IOException {
        writeFully(channel, ByteBuffer.allocate(Math.toIntExact(channel.size())));
        channel.force(true);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
