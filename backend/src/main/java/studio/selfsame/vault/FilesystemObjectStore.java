package studio.selfsame.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Objects as files below a folder. A file's name ends with {@code @}, which no key holds, so that {@code a} and
 * {@code a/b} can both be objects.
 */
final class FilesystemObjectStore implements ObjectStore {
    private final Path root;
    private final Path incoming;

    FilesystemObjectStore(Path root) throws IOException {
        this.root = root;
        this.incoming = root.resolve(".incoming");
        PrivateFiles.createDirectories(incoming);
        AbandonedDrafts.clear(incoming);
    }

    @Override
    public void put(ObjectKey key, Content content) throws IOException {
        var draft = incoming.resolve(UUID.randomUUID().toString());
        try {
            try (var channel = PrivateFiles.create(draft);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                // until the channel closes: see AbandonedDrafts
                channel.lock();
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            var file = file(key);
            PrivateFiles.createDirectories(PrivateFiles.folderOf(file));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            for (var folder = PrivateFiles.folderOf(file);
                    folder.startsWith(root);
                    folder = PrivateFiles.folderOf(folder)) {
                PrivateFiles.forceFolder(folder);
            }
        } catch (IOException | RuntimeException e) {
            var full = StorageFull.explain(e);
            if (full.isPresent()) {
                throw full.get();
            }
            throw e;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public SeekableByteChannel open(ObjectKey key) throws IOException {
        try {
            return Files.newByteChannel(file(key), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(key.value());
        }
    }

    @Override
    public boolean exists(ObjectKey key) {
        return Files.exists(file(key));
    }

    @Override
    public void delete(ObjectKey key) throws IOException {
        if (Files.deleteIfExists(file(key))) {
            PrivateFiles.forceFolder(PrivateFiles.folderOf(file(key)));
        }
    }

    @Override
    public void deleteAll(ObjectKey prefix) throws IOException {
        var folder = root.resolve(prefix.value());
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        PrivateFiles.forceFolder(PrivateFiles.folderOf(folder));
    }

    @Override
    public boolean isEmpty(ObjectKey prefix) throws IOException {
        try (var found = Files.walk(root.resolve(prefix.value()))) {
            return found.noneMatch(Files::isRegularFile);
        } catch (NoSuchFileException e) {
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path file(ObjectKey key) {
        return root.resolve(key.value() + "@");
    }
}
