package studio.selfsame.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/** What the studio keeps on its disk: the promise that nothing is left is checked here, not over HTTP. */
final class Stored {
    private Stored() {}

    /** Files below {@code objects/KIND/ID}, e.g. of an {@code enrolment}. */
    static List<Path> objects(String kind, String id) throws IOException {
        return files(WholeStudio.home().resolve("objects").resolve(kind).resolve(id));
    }

    /** Files below a folder; none if it is not there. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static DataKeyId keyOfEnrolment(String enrolmentId) {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql("select data_key from enrolment where id = ?::uuid")
                .param(enrolmentId)
                .query((row, number) -> new DataKeyId(row.getObject(1, UUID.class)))
                .single();
    }

    /** Where the wrapped key lies while it is not destroyed. */
    static Path fileOf(DataKeyId key) {
        return WholeStudio.home().resolve("keys/data").resolve(key.value() + ".key");
    }

    static byte[] wrapped(DataKeyId key) throws IOException {
        return Files.readAllBytes(fileOf(key));
    }

    /** Files of the whole home, the database's included, in which these bytes are found. */
    static List<Path> holding(byte[] bytes) throws IOException {
        String piece = new String(bytes, StandardCharsets.ISO_8859_1);
        return files(WholeStudio.home()).stream()
                .filter(file -> holds(file, piece))
                .toList();
    }

    private static boolean holds(Path file, String piece) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(piece);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    static boolean isDestroyed(DataKeyId key) {
        return WholeStudio.get().room(Vault.class).isDestroyed(key);
    }
}
