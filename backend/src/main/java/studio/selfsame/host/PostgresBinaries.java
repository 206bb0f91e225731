package studio.selfsame.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Postgres from the binaries jar on the class path, unpacked once per user into the cache folder. */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String COMPLETE = ".complete";

    private PostgresBinaries() {}

    /** Folder that holds {@code bin/}, {@code lib/} and {@code share/}; unpacks on first use (about two seconds). */
    static Path unpacked() throws IOException {
        var archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IOException("there is no Postgres for this machine on the class path");
        }
        // the jar's own name and version tell one Postgres from another
        var version =
                Integer.toHexString(archive.getPath().replaceAll(".*/", "").hashCode());
        var jar = archive.getPath().replaceAll("!.*", "").replaceAll(".*/", "").replace(".jar", "");
        var folder = cache().resolve(jar.isEmpty() ? "postgres-" + version : jar);
        if (!Files.exists(folder.resolve(COMPLETE))) {
            unpackOnce(folder);
        }
        return folder;
    }

    private static void unpackOnce(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock();
                var in = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (held.isValid() && in != null && !Files.exists(folder.resolve(COMPLETE))) {
                unpack(in, folder);
                Files.writeString(folder.resolve(COMPLETE), "");
            }
        }
    }

    private static void unpack(InputStream in, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Path cache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var root = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return root.resolve("selfsame");
    }
}
