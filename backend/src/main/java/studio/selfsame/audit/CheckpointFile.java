package studio.selfsame.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** The newest checkpoint beside the key, outside the database: what tells that an old database was put back. */
record CheckpointFile(Path path) {
    /** Empty before the first; a file that is no checkpoint stops whoever asks. */
    Optional<CheckpointNote> read() {
        try {
            return Files.exists(path) ? Optional.of(CheckpointNote.parse(Files.readString(path))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNAVAILABLE,
                    new Problem(
                            Continuity.STAGE,
                            "The file `" + path + "` does not hold a checkpoint of the audit trail any more.",
                            "Nothing was done: without it nobody could tell whether the database is the newest.",
                            "Put the file back from a backup of the studio's keys. If there is none, move it aside."),
                    e);
        }
    }

    /** Whole and on disk, or as it was. */
    void write(String note) {
        var draft = path.resolveSibling("." + UUID.randomUUID());
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                var bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var folder = FileChannel.open(Objects.requireNonNull(path.getParent()), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            discard(draft);
            throw new UncheckedIOException("cannot write the checkpoint to `" + path + "`", e);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
