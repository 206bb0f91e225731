package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.problem.ProblemException;

class FilesystemObjectStoreTest implements ObjectStoreContract {
    @TempDir
    Path folder;

    @Override
    public ObjectStore store() throws IOException {
        return new FilesystemObjectStore(folder.resolve("objects"));
    }

    @Test
    void put_anything_isForTheOwnerOnly() throws IOException {
        put("likeness/one/model", new byte[] {1});

        try (var files = Files.walk(folder.resolve("objects"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void put_besideAFolderOfTheSameName_isAnObjectOfItsOwn() throws IOException {
        put("a/b/c", new byte[] {1});
        put("a/b", new byte[] {2});
        store().deleteAll(new ObjectKey("a/b"));

        assertThat(read("a/b")).containsExactly(2);
        assertThat(store().exists(new ObjectKey("a/b/c"))).isFalse();
    }

    @Test
    void open_afterAKill_clearsWhatNobodyWritesAnyMore() throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("objects/.incoming"));
        Path abandoned = aged(incoming.resolve("abandoned"));
        Path written = aged(incoming.resolve("written"));
        Path young = Files.createFile(incoming.resolve("young"));

        try (var writer = FileChannel.open(written, StandardOpenOption.WRITE)) {
            writer.lock();
            store();
        }

        assertThat(abandoned).doesNotExist();
        assertThat(written).exists();
        assertThat(young).exists();
    }

    private static Path aged(Path file) throws IOException {
        Files.createFile(file);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void put_onAFullDisk_leavesNothingAndTellsThePerson() throws IOException {
        // The device file answers every write with the operating system's own error for a full disk.
        assertThatThrownBy(() -> store().put(new ObjectKey("footage"), out -> {
                    out.write(new byte[100_000]);
                    try (var full = new FileOutputStream("/dev/full")) {
                        full.write(1);
                    }
                }))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ProblemException.Kind.UNAVAILABLE);
                    assertThat(e.problem().cause()).contains("full");
                });
        try (var files = Files.walk(folder.resolve("objects"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
