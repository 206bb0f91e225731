package studio.selfsame.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An export that somebody else may have made: only plain files below the folder are read, none through a link, and none
 * that is larger than it can rightly be.
 */
final class ExportFolder {
    private static final int MOST_LINE_BYTES = 1 << 22;

    private final Path root;

    private ExportFolder(Path root) {
        this.root = root;
    }

    /** The export, or its public part alone. */
    static ExportFolder open(Path given) throws UnreadableExportException {
        for (var root : new Path[] {given, given.toAbsolutePath().normalize().getParent()}) {
            if (root != null
                    && Files.isRegularFile(
                            root.resolve(AuditExport.PUBLIC).resolve(AuditExport.CHECKPOINT), LinkOption.NOFOLLOW_LINKS)
                    && (root.equals(given) || given.endsWith(AuditExport.PUBLIC))) {
                return new ExportFolder(real(root));
            }
        }
        throw new UnreadableExportException("`" + given + "` is not an export: there is no `public/checkpoint` in it");
    }

    /** Bytes of a file, {@code most} at most; empty where there is none. */
    Optional<byte[]> read(String name, int most) throws UnreadableExportException {
        var file = plain(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UnreadableExportException(
                        "`" + name + "` is larger than the " + most + " bytes that it may have");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    Optional<String> text(String name, int most) throws UnreadableExportException {
        var bytes = read(name, most);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(text(name, bytes.get()));
    }

    /** A file by lines; empty where there is none. */
    Optional<Lines> lines(String name) throws UnreadableExportException {
        var file = plain(name);
        try {
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Lines(name, Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private Optional<Path> plain(String name) throws UnreadableExportException {
        var file = root.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !real(file).equals(file)) {
            throw new UnreadableExportException("`" + name + "` is not a plain file of this folder");
        }
        return Optional.of(file);
    }

    private static Path real(Path path) throws UnreadableExportException {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw unreadable(path.toString());
        }
    }

    private static UnreadableExportException unreadable(String name) {
        return new UnreadableExportException("`" + name + "` cannot be read");
    }

    static String text(String name, byte[] bytes) throws UnreadableExportException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableExportException("`" + name + "` is not text in UTF-8");
        }
    }

    /** Lines one by one, each of four mebibytes at most. */
    static final class Lines implements AutoCloseable {
        private final String name;
        private final InputStream in;
        private int number;

        private Lines(String name, InputStream in) {
            this.name = name;
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        /** The next one; empty at the end. */
        Optional<String> next() throws UnreadableExportException {
            var bytes = new ByteArrayOutputStream();
            number++;
            try {
                int next = in.read();
                if (next < 0) {
                    return Optional.empty();
                }
                while (next >= 0 && next != '\n') {
                    bytes.write(next);
                    if (bytes.size() > MOST_LINE_BYTES) {
                        throw new UnreadableExportException(where() + " is longer than a line may be");
                    }
                    next = in.read();
                }
                return Optional.of(text(where(), bytes.toByteArray()));
            } catch (IOException e) {
                throw unreadable(name);
            }
        }

        /** File and line, for people. */
        String where() {
            return name + ", line " + number;
        }

        @Override
        public void close() throws UnreadableExportException {
            try {
                in.close();
            } catch (IOException e) {
                throw unreadable(name);
            }
        }
    }
}
